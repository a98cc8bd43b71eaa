import type { Model, ResourceShape, ShapeId } from "../../model/model.js";
import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

const cycle = error(
  "ResourceCycle",
  (args: { path: readonly ShapeId[] }) =>
    `Circular resource hierarchy found: ${args.path.join(" -> ")}`,
);

/** No resource contains itself. */
export const resourceCycle: Rule = {
  name: "ResourceCycle",
  *check({ model }) {
    for (const resource of cyclicResources(model)) {
      const path = findCycle(model, resource);
      if (path !== undefined) yield cycle({ path }, at(resource));
    }
  },
};

/**
 * Returns the resources that are in a cycle or contain one, by removing resources without children
 * until none is left.
 */
function cyclicResources(model: Model): Iterable<ResourceShape> {
  const open = new Map(model.shapesOfType("resource").map((resource) => [resource.id, resource]));
  const parents = new Map<ShapeId, ShapeId[]>();
  const children = new Map<ShapeId, number>();
  for (const { id, resources } of open.values()) {
    const known = resources.filter((child) => open.has(child));
    children.set(id, known.length);
    for (const child of known) {
      const above = parents.get(child);
      if (above === undefined) parents.set(child, [id]);
      else above.push(id);
    }
  }
  const waiting = [...open.keys()].filter((id) => children.get(id) === 0);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    open.delete(id);
    for (const parent of parents.get(id) ?? []) {
      const left = (children.get(parent) ?? 0) - 1;
      children.set(parent, left);
      if (left === 0) waiting.push(parent);
    }
  }
  return open.values();
}

function findCycle(model: Model, start: ResourceShape): readonly ShapeId[] | undefined {
  const seen = new Set<ShapeId>();
  const path: { readonly id: ShapeId; readonly children: Iterator<ShapeId> }[] = [];
  const enter = (resource: ResourceShape) => {
    path.push({ id: resource.id, children: resource.resources.values() });
  };
  enter(start);
  // Without recursion: hierarchies can be deeper than the stack.
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const { done, value: child } = top.children.next();
    if (done === true) {
      path.pop();
      continue;
    }
    if (child === start.id) return [...path.map(({ id }) => id), child];
    if (seen.has(child)) continue;
    seen.add(child);
    const resource = model.getShape(child);
    if (resource?.type === "resource") enter(resource);
  }
  return undefined;
}
