import type { Shape } from "../../../model/model.js";
import { isNodeObject, stringOf } from "../../../model/node-value.js";
import { httpRequestTestsTrait, httpResponseTestsTrait } from "../../../traits/index.js";
import { error } from "../../event.js";
import type { Rule } from "../../rule.js";
import { traitSpan } from "../../../model/trait-origins.js";
import { casesOf } from "./test-case.js";

const notFound = error("Model", (args: { id: string }) => `Shape not found in model: ${args.id}`);

const traits = [httpRequestTestsTrait.id, httpResponseTestsTrait.id] as const;

/**
 * The shape of the vendor parameters of a protocol test exists. `TraitValue` reports the same and
 * ends the validation, unless validation continues after critical errors.
 */
export const vendorParamsShape: Rule = {
  name: "Model",
  *check({ model }) {
    for (const trait of traits) {
      if (model.getShape(trait) === undefined) continue;
      const shapes: Iterable<Shape> = model.shapes.values();
      for (const shape of shapes) {
        for (const [index, one] of casesOf(shape, trait).entries()) {
          const [id, params] = [stringOf(one["vendorParamsShape"]), one["vendorParams"]];
          if (id === undefined || model.getShape(id) !== undefined) continue;
          if (!isNodeObject(params) || Object.keys(params).length === 0) continue;
          yield notFound({ id }, { span: traitSpan(shape, trait, [index, "vendorParamsShape"]) });
        }
      }
    }
  },
};
