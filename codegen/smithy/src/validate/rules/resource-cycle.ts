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
    for (const resource of model.shapesOfType("resource")) {
      const path = findCycle(model, resource);
      if (path !== undefined) yield cycle({ path }, at(resource));
    }
  },
};

function findCycle(model: Model, start: ResourceShape): readonly ShapeId[] | undefined {
  const seen = new Set<ShapeId>();
  const visit = (id: ShapeId, path: readonly ShapeId[]): readonly ShapeId[] | undefined => {
    const resource = model.getShape(id);
    if (resource?.type !== "resource") return undefined;
    for (const child of resource.resources) {
      if (child === start.id) return [...path, child];
      if (seen.has(child)) continue;
      seen.add(child);
      const found = visit(child, [...path, child]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(start.id, [start.id]);
}
