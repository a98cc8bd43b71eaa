import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Corpus } from "../corpus.js";
import { filesBelow, readText, source } from "../corpus-files.js";
import { compareEvents, inspect } from "../events.js";

export const validation = errorFiles("validation/errorfiles");
export const validationModules = errorFiles("validation/modules");

function errorFiles(folder: string): Corpus {
  return {
    name: folder,
    judged: "the listed events and no others",
    cases(root) {
      return filesBelow(join(root, folder), ".errors").map(({ name, path }) => ({
        name,
        run() {
          const { events } = inspect([source(modelBeside(path))]);
          const problems = compareEvents(readText(path), events);
          if (problems.length > 0) throw new Error(problems.slice(0, 4).join("; "));
        },
      }));
    },
  };
}

function modelBeside(path: string): string {
  const base = path.replace(/\.errors$/, "");
  const found = [`${base}.smithy`, `${base}.json`].find(existsSync);
  if (found === undefined)
    throw new Error(`No model next to ${path}. Expected a .smithy or .json file.`);
  return found;
}
