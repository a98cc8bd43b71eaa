import { diffModels } from "@tinsmith/smithy/diff";
import type { Corpus } from "../corpus.js";
import { filesBelow, readText, source } from "../corpus-files.js";
import { compareEvents, eventOf, loadWithoutErrors } from "../events.js";

/**
 * Two versions of a model, and the events that the reference implementation reports for the change.
 */
export const diff: Corpus = {
  name: "diff",
  judged: "the listed events and no others",
  cases(root) {
    return filesBelow(`${root}/diff`, ".events").map(({ name, path }) => ({
      name,
      run() {
        const base = path.replace(/\.events$/, "");
        const before = loadWithoutErrors([source(`${base}.a.smithy`)]);
        const after = loadWithoutErrors([source(`${base}.b.smithy`)]);
        const events = diffModels(before, after).map(eventOf);
        const problems = compareEvents(readText(path), events);
        if (problems.length > 0) throw new Error(problems.slice(0, 4).join("; "));
      },
    }));
  },
};
