import type { Model, OperationShape, ResourceShape, ServiceShape, ShapeId } from "@tinsmith/smithy";
import { nameOf } from "./node-values.js";

/**
 * The operations of a service, those of its resources included, by name.
 * Smithy: https://smithy.io/2.0/spec/service-types.html#service-closure
 */
export const operationsOf = (model: Model, service: ServiceShape): readonly OperationShape[] => {
  const ids = new Set<ShapeId>(service.operations);
  const seen = new Set<ShapeId>();
  const pending = [...service.resources];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const resource = model.expectShape(id, "resource");
    for (const operation of boundTo(resource)) ids.add(operation);
    pending.push(...resource.resources);
  }
  return [...ids]
    .map((id) => model.expectShape(id, "operation"))
    .sort((a, b) => (nameOf(a.id) < nameOf(b.id) ? -1 : 1));
};

const boundTo = (resource: ResourceShape): readonly ShapeId[] => {
  const { create, put, read, update, delete: remove, list } = resource;
  const lifecycle = [create, put, read, update, remove, list].filter((id) => id !== undefined);
  return [...lifecycle, ...resource.operations, ...resource.collectionOperations];
};

/**
 * The service of a model.
 * @throws RangeError where the model has none, or several and none is named
 */
export const serviceOf = (model: Model, id: ShapeId | undefined): ServiceShape => {
  if (id !== undefined) return model.expectShape(id, "service");
  const [first, ...others] = model.shapesOfType("service");
  if (first === undefined) throw new RangeError("The model has no service.");
  if (others.length === 0) return first;
  const names = [first, ...others].map((service) => service.id).join(", ");
  throw new RangeError(`The model has several services; name one as \`service\`: ${names}.`);
};
