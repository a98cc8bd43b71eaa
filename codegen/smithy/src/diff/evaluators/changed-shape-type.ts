import { enumTrait, hasTrait } from "../../traits/index.js";
import { at } from "../../validate/rule.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";

/** Reports shapes whose type changed, except strings with `@enum` that became enum shapes. */
export const changedShapeType: Evaluator = {
  name: "ChangedShapeType",
  *evaluate({ changed }) {
    for (const { before, after } of changed) {
      if (before.type === after.type) continue;
      if (after.type === "enum" && hasTrait(before, enumTrait)) continue;
      const text = `Shape \`${before.id}\` type was changed from \`${before.type}\` to \`${after.type}\`.`;
      yield event("ERROR", "ChangedShapeType", text, at(after));
    }
  },
};
