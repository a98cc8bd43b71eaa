import type { MemberShape, Model, ResourceShape, Shape } from "../../model/model.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import { warning } from "../event.js";
import { at, type Rule } from "../rule.js";
import { containerOf, ticked } from "../shape-text.js";
import { stringTrait } from "../trait-values.js";

const should = warning(
  "MemberShouldReferenceResource",
  (args: { resources: readonly string[] }) =>
    `This member appears to reference the following resources without being included in a \`@references\` trait: [${ticked(args.resources)}]`,
);

/** Members that look like identifiers of a resource say so. */
export const memberShouldReferenceResource: Rule = {
  name: "MemberShouldReferenceResource",
  *check({ model, neighbors }) {
    const resources = model
      .shapesOfType("resource")
      .filter(({ identifiers }) => identifiers.size === 1);
    if (resources.length === 0) return;
    const reached = new Map<ResourceShape, ReadonlySet<Shape>>();
    for (const member of model.shapesOfType("member")) {
      if (member.id.startsWith("smithy.api#")) continue;
      const candidates = resources.filter((resource) => looksLike(model, member, resource));
      const found = candidates.filter((resource) => {
        let shapes = reached.get(resource);
        if (shapes === undefined) {
          const closure = new Set<Shape>();
          neighbors.reach(resource, (shape) => {
            closure.add(shape);
            return true;
          });
          shapes = closure;
          reached.set(resource, shapes);
        }
        return !shapes.has(member) && !isReferenced(model, member, resource);
      });
      if (found.length > 0) yield should({ resources: found.map(({ id }) => id) }, at(member));
    }
  },
};

function looksLike(model: Model, member: MemberShape, resource: ResourceShape): boolean {
  if (model.getShape(member.container)?.type !== "structure") return false;
  const [identifier] = resource.identifiers;
  if (identifier === undefined) return false;
  const [name, target] = identifier;
  const bound = stringTrait(member, "smithy.api#resourceIdentifier") ?? member.name;
  return bound === name && member.target === target;
}

/** Whether the structure or the string that the member targets refers to the resource. */
function isReferenced(model: Model, member: MemberShape, resource: ResourceShape): boolean {
  return [containerOf(member.id), member.target].some((id) => {
    const references = model.getShape(id)?.traits.get("smithy.api#references");
    return (
      isNodeArray(references) &&
      references.some((entry) => isNodeObject(entry) && entry["resource"] === resource.id)
    );
  });
}
