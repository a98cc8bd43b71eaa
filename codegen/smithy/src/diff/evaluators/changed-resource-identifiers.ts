import { at } from "../../validate/rule.js";
import { changedOfType } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { sameMap } from "../shapes-equal.js";

/** Reports resources whose identifiers changed. */
export const changedResourceIdentifiers: Evaluator = {
  name: "ChangedResourceIdentifiers",
  *evaluate(differences) {
    for (const { before, after } of changedOfType(differences, "resource")) {
      if (sameMap(before.identifiers, after.identifiers)) continue;
      const text = `Identifiers of resource \`${after.id}\` changed from ${show(before.identifiers)} to ${show(after.identifiers)}.`;
      yield event("ERROR", "ChangedResourceIdentifiers", text, at(after));
    }
  },
};

const show = (identifiers: ReadonlyMap<string, string>): string =>
  `{${[...identifiers].map(([name, target]) => `${name}=${target}`).join(", ")}}`;
