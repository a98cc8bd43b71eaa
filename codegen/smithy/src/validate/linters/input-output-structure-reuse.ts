import { shapeName } from "../../model/shape-id.js";
import { hasTrait, unitTypeTrait } from "../../traits/index.js";
import type { Finding, Linter } from "./linter.js";

/** Reports inputs and outputs that are not marked as such. */
export const inputOutputStructureReuse: Linter = {
  name: "InputOutputStructureReuse",
  create: () =>
    function* emit({ model }): Iterable<Finding> {
      for (const operation of model.shapesOfType("operation")) {
        for (const [property, label, why] of [
          [
            "input",
            "Input",
            " The @input trait gives operations more flexibility to evolve their top-level input members in ways that would otherwise be backward incompatible.",
          ],
          ["output", "Output", ""],
        ] as const) {
          const shape = model.getShape(operation[property]);
          if (shape === undefined || shape.traits.has(`smithy.api#${property}`)) continue;
          if (hasTrait(shape, unitTypeTrait)) continue;
          yield {
            severity: "WARNING",
            message: `This structure is the ${property} of \`${operation.id}\`, but it is not marked with the @${property} trait.${why}`,
            shape,
            suffix: `${label}.${shapeName(operation.id)}`,
          };
        }
      }
    },
};
