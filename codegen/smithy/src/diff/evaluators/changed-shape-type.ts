import { enumTrait, hasTrait, uniqueItemsTrait } from "../../traits/index.js";
import { at } from "../../validate/rule.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { typeOf } from "../shape-type.js";

/** Reports shapes whose type changed, except to the forms of 2.0. */
export const changedShapeType: Evaluator = {
  name: "ChangedShapeType",
  *evaluate({ changed }) {
    for (const { before, after } of changed) {
      const from = typeOf(before);
      const to = typeOf(after);
      if (from === to) continue;
      if (after.type === "enum" && hasTrait(before, enumTrait)) continue;
      if (from === "set" && to === "list" && hasTrait(after, uniqueItemsTrait)) continue;
      const text = `Shape \`${before.id}\` type was changed from \`${from}\` to \`${to}\`.`;
      yield event("ERROR", "ChangedShapeType", text, at(after));
    }
  },
};
