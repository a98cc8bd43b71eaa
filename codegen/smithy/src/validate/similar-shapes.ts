import type { Model, ShapeId } from "../model/model.js";

const furthest = 2;

/** The ids in the same namespace that are most similar to an unknown id, sorted. */
export function similarShapes(model: Model, id: ShapeId): readonly ShapeId[] {
  const namespace = id.slice(0, id.indexOf("#") + 1);
  const name = id.slice(namespace.length);
  let best = furthest + 1;
  let similar: ShapeId[] = [];
  for (const shape of model.shapes.values()) {
    if (shape.type === "member" || !shape.id.startsWith(namespace)) continue;
    const distance = editDistance(name, shape.id.slice(namespace.length));
    if (distance > best || distance > furthest) continue;
    if (distance < best) similar = [];
    best = distance;
    similar.push(shape.id);
  }
  return similar.sort();
}

/** Counts the insertions, deletions and replacements that turn one word into the other. */
function editDistance(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > furthest) return furthest + 1;
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      current.push(
        Math.min(
          (previous[column] ?? 0) + (letter === other ? 0 : 1),
          (previous[column + 1] ?? 0) + 1,
          (current[column] ?? 0) + 1,
        ),
      );
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
