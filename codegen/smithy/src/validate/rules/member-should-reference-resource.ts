import type { MemberShape, Model, Shape, ShapeId } from "../../model/model.js";
import type { NeighborIndex } from "../../select/neighbors.js";
import { referencesTrait, trait } from "../../traits/index.js";
import { warning } from "../event.js";
import { groupBy } from "../group-by.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
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
    const { model, neighbors } = context;
    const identifiers = model
      .shapesOfType("resource")
      .flatMap((resource) =>
        [...resource.identifiers].map(([name, target]) => ({ resource, key: keyOf(name, target) })),
      );
    if (identifiers.length === 0) return;
    const byIdentifier = groupBy(identifiers, ({ key }) => key);
    for (const member of model.shapesOfType("member")) {
      if (member.id.startsWith("smithy.api#")) continue;
      const found = byIdentifier.get(keyOf(member.name, member.target)) ?? [];
      if (found.length === 0) continue;
      const known = new Set([...referencedBy(model, member), ...hierarchyOf(neighbors, member)]);
      const missing = found.map(({ resource }) => resource.id).filter((id) => !known.has(id));
      if (missing.length > 0) yield should({ resources: missing }, at(member));
    }
  },
};

const keyOf = (name: string, target: ShapeId): string => `${name} ${target}`;

/** The resources that a member or its structure is marked to refer to. */
function referencedBy(model: Model, member: MemberShape): readonly ShapeId[] {
  return [member.id, member.container].flatMap((id) => {
    const references = trait(model.getShape(id), referencesTrait) ?? [];
    return references.map(({ resource }) => resource);
  });
}

/**
 * Returns the resources that a member belongs to: the resources that lead to it, and their
 * children.
 */
function hierarchyOf(neighbors: NeighborIndex, member: MemberShape): readonly ShapeId[] {
  const seen = new Set<Shape>([member]);
  // The set grows while it is read.
  for (const shape of seen) for (const user of neighbors.backward(shape)) seen.add(user.shape);
  return [...seen].flatMap((shape) =>
    shape.type === "resource" ? [shape.id, ...shape.resources] : [],
  );
}
