import { compareText } from "../../diagnostics/compare.js";
import type { OperationShape } from "../../model/model.js";
import { shapeName } from "../../model/shape-id.js";
import { defaultTrait, hasTrait } from "../../traits/index.js";
import { warning } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

const defaults = warning(
  "DefaultValueInUpdate",
  (args: { members: readonly string[] }) =>
    `This update style operation has top-level input members marked with the @default trait. It will be impossible to tell if the member was omitted or explicitly provided. Affected members: [${args.members.join(", ")}]`,
);

/** The input of an update operation must distinguish omitted members from set ones. */
export const defaultValueInUpdate: Rule = {
  name: "DefaultValueInUpdate",
  *check({ model }) {
    // HTTP methods do not count: a PATCH need not be an update.
    const updates = new Set(model.shapesOfType("resource").map(({ update }) => update));
    for (const operation of model.shapesOfType("operation")) {
      const input = model.getShape(operation.input);
      if (input?.type !== "structure") continue;
      if (!updates.has(operation.id) && !looksLikeUpdate(operation)) continue;
      const members = [...input.members.values()]
        .filter(({ traits }) => hasTrait(traits, defaultTrait))
        .map(({ name }) => name)
        .sort(compareText);
      if (members.length > 0) yield defaults({ members }, at(operation));
    }
  },
};

const looksLikeUpdate = (operation: OperationShape): boolean =>
  /^(?:update|patch)/i.test(shapeName(operation.id));
