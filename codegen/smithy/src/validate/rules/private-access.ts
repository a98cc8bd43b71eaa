import { traitSpan } from "../../model/trait-origins.js";
import { error } from "../event.js";
import { at, type Rule } from "../rule.js";
import { referencesOf } from "../references.js";
import { containerOf, namespaceOf } from "../shape-text.js";

const messages = {
  reference: error(
    "PrivateAccess",
    (args: { target: string; how: string }) =>
      `This shape has an invalid ${args.how} relationship that targets a private shape, \`${args.target}\`, in another namespace.`,
  ),
} as const;

/** Private shapes are used in their own namespace. */
export const privateAccess: Rule = {
  name: "PrivateAccess",
  *check({ model }) {
    const isPrivate = (id: string) => model.getShape(id)?.traits.has("smithy.api#private") === true;
    for (const shape of model.shapes.values()) {
      const namespace = namespaceOf(shape.id);
      for (const [relationship, target] of referencesOf(shape)) {
        if (namespaceOf(target) === namespace || !isPrivate(containerOf(target))) continue;
        const how = shape.type === "member" ? "member target" : relationship;
        yield messages.reference({ target, how }, at(shape));
      }
      for (const id of shape.traits.keys()) {
        if (namespaceOf(id) === namespace || !isPrivate(id)) continue;
        const place = { shapeId: shape.id, span: traitSpan(shape, id) ?? shape.span };
        yield messages.reference({ target: id, how: "trait" }, place);
      }
    }
  },
};
