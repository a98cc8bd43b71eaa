import { at } from "../../validate/rule.js";
import { changedOfType } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";

/** Reports operations whose input is a different structure than before. */
export const changedOperationInput = changedStructure("ChangedOperationInput", "input");

/** Reports operations whose output is a different structure than before. */
export const changedOperationOutput = changedStructure("ChangedOperationOutput", "output");

function changedStructure(name: string, side: "input" | "output"): Evaluator {
  return {
    name,
    *evaluate(differences) {
      for (const { before, after } of changedOfType(differences, "operation")) {
        const from = before[side];
        const to = after[side];
        if (from === to) continue;
        const text = `Changed operation ${side} of \`${after.id}\` from \`${from}\` to \`${to}\``;
        yield event("ERROR", `${name}.From.${from}.To.${to}`, text, at(after));
      }
    },
  };
}
