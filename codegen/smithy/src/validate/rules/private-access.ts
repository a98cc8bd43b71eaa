import { containerId, shapeNamespace } from "../../model/shape-id.js";
import { traitSpan } from "../../model/trait-origins.js";
import { hasTrait, privateTrait } from "../../traits/index.js";
import { error, warning } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import { referencesOf } from "../references.js";

const text = (args: { target: string; how: string }): string =>
  `This shape has an invalid ${args.how} relationship that targets a private shape, \`${args.target}\`, in another namespace.`;

const messages = {
  reference: error("PrivateAccess", text),
  /** Only a warning, because the reference did not check this for a long time. */
  trait: warning("PrivateAccess", text),
} as const;

/** Private shapes are used only in their own namespace. */
export const privateAccess: Rule = {
  name: "PrivateAccess",
  *check({ model, subjects }) {
    const isPrivate = (id: string) => hasTrait(model.getShape(id), privateTrait);
    for (const shape of subjects) {
      const namespace = shapeNamespace(shape.id);
      for (const [relationship, target] of referencesOf(shape)) {
        if (shapeNamespace(target) === namespace || !isPrivate(containerId(target))) continue;
        const how = shape.type === "member" ? "member_target" : snake(relationship);
        yield messages.reference({ target, how }, at(shape));
      }
      for (const id of shape.traits.keys()) {
        if (shapeNamespace(id) === namespace || !isPrivate(id)) continue;
        const place = { shapeId: shape.id, span: traitSpan(shape, id) ?? shape.span };
        yield messages.trait({ target: id, how: "trait" }, place);
      }
    }
  },
};

const snake = (word: string): string =>
  word.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
