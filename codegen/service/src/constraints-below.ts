import type { MemberShape, Model, NodeObject, NodeValue, Shape, ShapeId } from "@tinsmith/smithy";
import { dataMembers } from "./closure.js";
import { planConstraints } from "./constraints.js";
import type { Constraints } from "./constraints.js";
import { hasDefault } from "./plan-defaults.js";
import type { Refinements } from "./trait-refinements.js";

/**
 * Plans the constraints of a shape's members and of all shapes that they reach. The result is keyed
 * by container and member, as in generated code.
 */
export function constraintsBelow(
  model: Model,
  root: Shape,
  nameOf: (id: ShapeId) => string,
  refinements: Refinements,
): NodeObject {
  const found = new Map<ShapeId, NodeObject>();
  const pending = [root];
  for (let shape = pending.pop(); shape !== undefined; shape = pending.pop()) {
    if (found.has(shape.id)) continue;
    const members = dataMembers(shape);
    const nodes = members.map((member): readonly [string, NodeObject] => [
      member.name,
      constraintsNode(whenRead(member, planConstraints(model, member, refinements))),
    ]);
    found.set(
      shape.id,
      Object.fromEntries(nodes.filter(([, node]) => Object.keys(node).length > 0)),
    );
    pending.push(...members.flatMap(({ target }) => model.getShape(target) ?? []));
  }
  return Object.fromEntries(
    [...found]
      .filter(([, members]) => Object.keys(members).length > 0)
      .map(([id, members]) => [nameOf(id), members]),
  );
}

/**
 * Returns the constraints of a member while a message is read. Defaults are filled in later, so a
 * required member may still be missing.
 */
function whenRead(member: MemberShape, { required, ...others }: Constraints): Constraints {
  return required === undefined || hasDefault(member) ? others : { required, ...others };
}

/** Returns constraints as a node. A pattern that JavaScript cannot express is omitted. */
function constraintsNode({ length, range, ...others }: Constraints): NodeObject {
  const node: Record<string, NodeValue> = { ...others };
  delete node["modelPattern"];
  if (length !== undefined) node["length"] = { ...length };
  if (range !== undefined) node["range"] = { ...range };
  return node;
}
