import { defineMessage } from "../../diagnostics/define-message.js";
import { traitSpan } from "../../model/trait-origins.js";
import type { Rule } from "../rule.js";
import { creationProblem } from "../trait-creation.js";

const problem = defineMessage({
  code: "Model",
  severity: "ERROR",
  text: (args: { problem: string }) => args.problem,
});

/** The value of a well-known trait has the type of the trait and its required members. */
export const traitCreation: Rule = {
  name: "Model",
  *check({ model, subjects }) {
    for (const shape of subjects) {
      for (const [id, value] of shape.traits) {
        const trait = model.getShape(id);
        const found = trait && creationProblem(model, trait, value);
        if (found === undefined) continue;
        yield problem(
          { problem: found },
          { shapeId: shape.id, span: traitSpan(shape, id) ?? shape.span },
        );
      }
    }
  },
};
