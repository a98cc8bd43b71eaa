import type { MemberShape, Model, ResourceShape, Shape, ShapeId } from "../../model/model.js";
import { referencesTrait, trait } from "../../traits/index.js";
import { warning } from "../event.js";
import { at } from "../rule.js";
import type { Rule, ValidationContext } from "../rule.js";
import { ticked } from "../shape-text.js";

const should = warning(
  "MemberShouldReferenceResource",
  (args: { resources: readonly string[] }) =>
    `This member appears to reference the following resources without being included in a \`@references\` trait: [${ticked(args.resources)}]`,
);

/** Members that look like identifiers of a resource are marked as references. */
export const memberShouldReferenceResource: Rule = {
  name: "MemberShouldReferenceResource",
  *check(context) {
    const { model } = context;
    const resources = model.shapesOfType("resource");
    const names = new Set(resources.flatMap(({ identifiers }) => [...identifiers.keys()]));
    if (names.size === 0) return;
    const hierarchies = new Hierarchies(context);
    for (const member of model.shapesOfType("member")) {
      if (!names.has(member.name) || member.id.startsWith("smithy.api#")) continue;
      const found = resources.filter(
        ({ identifiers }) => identifiers.get(member.name) === member.target,
      );
      if (found.length === 0) continue;
      const known = new Set([...referencedBy(model, member), ...hierarchies.of(member)]);
      const missing = found.filter(({ id }) => !known.has(id)).map(({ id }) => id);
      if (missing.length > 0) yield should({ resources: missing }, at(member));
    }
  },
};

/** The resources that a member or its structure is marked to refer to. */
function referencedBy(model: Model, member: MemberShape): readonly ShapeId[] {
  return [member.id, member.container].flatMap((id) => {
    const references = trait(model.getShape(id), referencesTrait) ?? [];
    return references.map(({ resource }) => resource);
  });
}

/** The resources that a member belongs to: those that lead to it, and their children. */
class Hierarchies {
  private readonly reached: readonly (readonly [ResourceShape, ReadonlySet<Shape>])[];

  constructor({ model, neighbors }: ValidationContext) {
    this.reached = model.shapesOfType("resource").map((resource) => {
      const shapes = new Set<Shape>();
      neighbors.reach(resource, (shape) => shapes.add(shape) !== undefined);
      return [resource, shapes];
    });
  }

  of(member: MemberShape): readonly ShapeId[] {
    return this.reached.flatMap(([resource, shapes]) =>
      shapes.has(member) ? [resource.id, ...resource.resources] : [],
    );
  }
}
