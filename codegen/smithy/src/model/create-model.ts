import type { Model, NodeValue, Shape, ShapeId, ShapeOfType, ShapeType } from "./model.js";

/** Creates a model of these shapes, sorted by id. Members have to be among them. */
export function createModel(
  list: readonly Shape[],
  metadata: Readonly<Record<string, NodeValue>>,
): Model {
  const byId = new Map<ShapeId, Shape>(list.map((shape) => [shape.id, shape]));
  const sorted = [...byId.keys()].sort().flatMap((id) => byId.get(id) ?? []);
  const shapes = new Map<ShapeId, Shape>(sorted.map((shape) => [shape.id, shape]));
  const byType: { [Type in ShapeType]?: readonly ShapeOfType<Type>[] } = {};

  function expectShape<Type extends ShapeType>(id: ShapeId, type: Type): ShapeOfType<Type>;
  function expectShape(id: ShapeId): Shape;
  function expectShape(id: ShapeId, type?: ShapeType): Shape {
    const shape = shapes.get(id);
    if (!shape) throw new RangeError(`The model has no ${type ?? "shape"} ${id}`);
    if (type !== undefined && shape.type !== type) {
      throw new RangeError(`The shape ${id} is of type ${shape.type}. Expected: ${type}.`);
    }
    return shape;
  }

  return Object.freeze({
    shapes,
    metadata: Object.freeze(metadata),
    getShape: (id: ShapeId) => shapes.get(id),
    expectShape,
    shapesOfType<Type extends ShapeType>(type: Type): readonly ShapeOfType<Type>[] {
      const known = byType[type];
      if (known !== undefined) return known;
      const found = Object.freeze(sorted.filter(isOfType(type)));
      Object.assign(byType, { [type]: found });
      return found;
    },
  });
}

const isOfType =
  <Type extends ShapeType>(type: Type) =>
  (shape: Shape): shape is ShapeOfType<Type> =>
    shape.type === type;
