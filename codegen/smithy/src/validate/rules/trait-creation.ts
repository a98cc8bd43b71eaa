import { defineMessage } from "../../diagnostics/define-message.js";
import { traitSpan } from "../../model/trait-origins.js";
import type { Span } from "../../source/source-file.js";
import type { Rule } from "../rule.js";
import { creationFault } from "../trait-creation.js";

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
      for (const [id, value] of shape.ownTraits) {
        const trait = model.getShape(id);
        const found = trait && creationFault(trait, value, shape.id);
        if (found === undefined) continue;
        const span = traitSpan(shape, id, found.path) ?? shape.span;
        const inner = found.placeOf && traitSpan(shape, id, found.placeOf);
        const isElsewhere = inner !== undefined && inner.start !== span?.start;
        yield problem(
          { problem: `${found.text}${isElsewhere ? placeText(inner) : ""}` },
          { shapeId: shape.id, span },
        );
      }
    }
  },
};

function placeText({ file, start }: Span): string {
  const { line, column } = file.positionAt(start);
  return ` (${file.path} [${line}, ${column}])`;
}
