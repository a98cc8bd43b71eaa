import { defineMessage } from "../../diagnostics/define-message.js";
import { traitSpan } from "../../model/trait-origins.js";
import { validateNode } from "../node/validate-node.js";
import type { Rule } from "../rule.js";
import { idiomatic } from "../shape-text.js";
import { creationFault } from "../trait-creation.js";

const invalid = (suffix: string | undefined, severity: "ERROR" | "WARNING") =>
  defineMessage({
    code: suffix === undefined ? "TraitValue" : `TraitValue.${suffix}`,
    severity,
    text: (args: { trait: string; path: string; message: string }) =>
      `Error validating trait \`${args.trait}\`${args.path}: ${args.message}`,
  });

/** The value of a trait is a valid value of the shape that defines the trait. */
export const traitValue: Rule = {
  name: "TraitValue",
  *check({ model, subjects }) {
    for (const shape of subjects) {
      for (const [id, value] of shape.traits) {
        const trait = model.getShape(id);
        if (trait === undefined || creationFault(trait, value, shape.id) !== undefined) continue;
        const options = { lenientZero: false, timestamps: "any" as const };
        for (const event of validateNode(model, trait, value, options, shape)) {
          const message = invalid(event.suffix, event.severity === "WARNING" ? "WARNING" : "ERROR");
          yield message(
            { trait: idiomatic(id), path: event.path, message: event.message },
            { shapeId: shape.id, span: traitSpan(shape, id, event.steps) },
          );
        }
      }
    }
  },
};
