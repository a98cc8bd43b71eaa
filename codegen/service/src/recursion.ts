import type { Shape, ShapeId } from "@tinsmith/smithy";
import { dataMembers } from "./closure.js";

/**
 * Finds the shapes whose values can contain another value of the same shape. Such shapes are in a
 * strongly connected group of more than one shape, or have an edge to themselves. Uses Tarjan's
 * algorithm without recursion, so that deep models do not exhaust the stack.
 */
export function recursiveShapes(shapes: readonly Shape[]): ReadonlySet<ShapeId> {
  const edges = new Map(
    shapes.map((shape) => [shape.id, dataMembers(shape).map((member) => member.target)]),
  );
  const index = new Map<ShapeId, number>();
  const low = new Map<ShapeId, number>();
  const stack: ShapeId[] = [];
  const onStack = new Set<ShapeId>();
  const recursive = new Set<ShapeId>();

  const enter = (id: ShapeId) => {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    stack.push(id);
    onStack.add(id);
    return { id, next: 0 };
  };

  const lower = (id: ShapeId, to: number | undefined) => {
    if (to !== undefined && to < (low.get(id) ?? Infinity)) low.set(id, to);
  };

  const leave = (id: ShapeId) => {
    if (low.get(id) !== index.get(id)) return;
    const group = stack.splice(stack.lastIndexOf(id));
    for (const member of group) onStack.delete(member);
    if (group.length > 1 || edges.get(id)?.includes(id) === true) {
      for (const member of group) recursive.add(member);
    }
  };

  for (const root of edges.keys()) {
    if (index.has(root)) continue;
    const frames = [enter(root)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const target = edges.get(frame.id)?.[frame.next++];
      if (target === undefined) {
        frames.pop();
        leave(frame.id);
        const parent = frames.at(-1);
        if (parent !== undefined) lower(parent.id, low.get(frame.id));
      } else if (!edges.has(target)) {
        continue;
      } else if (!index.has(target)) {
        frames.push(enter(target));
      } else if (onStack.has(target)) {
        lower(frame.id, index.get(target));
      }
    }
  }
  return recursive;
}
