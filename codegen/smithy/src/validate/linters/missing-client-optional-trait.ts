import { clientOptionalTrait, hasTrait, requiredTrait } from "../../traits/index.js";
import { isOwnShape } from "./linter.js";
import type { Finding, Linter } from "./linter.js";

/** Reports members that clients would treat as always present. */
export const missingClientOptionalTrait: Linter = {
  name: "MissingClientOptionalTrait",
  create({ onRequiredOrDefault, onRequiredStructureOrUnion }) {
    return function* emit({ model }): Iterable<Finding> {
      for (const shape of model.shapesOfType("member")) {
        if (!isOwnShape(shape) || hasTrait(shape, clientOptionalTrait)) continue;
        if (onRequiredOrDefault === true) {
          for (const trait of ["default", "required"]) {
            if (!shape.traits.has(`smithy.api#${trait}`)) continue;
            yield {
              severity: "DANGER",
              message: `@${trait} members must also be marked with the @clientOptional trait`,
              shape,
            };
          }
        }
        const type = model.getShape(shape.target)?.type;
        if (
          onRequiredOrDefault !== true &&
          onRequiredStructureOrUnion === true &&
          (type === "structure" || type === "union") &&
          hasTrait(shape, requiredTrait)
        ) {
          yield {
            severity: "DANGER",
            message:
              "@required members that target a structure or union must be marked with the @clientOptional trait. Not using the @clientOptional trait here is risky because there is no backward compatible way to replace the @required trait with the @default trait if the member ever needs to be made optional.",
            shape,
          };
        }
      }
    };
  },
};
