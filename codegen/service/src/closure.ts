import { compareText, shapeName, shapeNamespace } from "@tinsmith/smithy";
import type {
  MemberShape,
  Model,
  OperationShape,
  ResourceShape,
  ServiceShape,
  Shape,
  ShapeId,
} from "@tinsmith/smithy";
import type { Roles } from "./shape-plan.js";

export const unitId = "smithy.api#Unit";

/** Returns whether a shape belongs to the prelude, which every model has. */
export function isPrelude(id: ShapeId): boolean {
  return shapeNamespace(id) === "smithy.api";
}

/** The shapes that a service reaches, and from which side. */
export interface ServiceClosure {
  /** Sorted by name, including those bound through resources. */
  readonly operations: readonly OperationShape[];
  /** Shapes that hold data, without members and the prelude, sorted by id. */
  readonly shapes: readonly Shape[];
  rolesOf(id: ShapeId): Roles;
}

/** Walks a service (Smithy specification, "Service closure"). */
export function serviceClosure(model: Model, service: ServiceShape): ServiceClosure {
  const operations = serviceOperations(model, service);
  const inputs = reachable(
    model,
    operations.map((operation) => operation.input),
  );
  const outputs = reachable(model, [
    ...operations.flatMap((operation) => [operation.output, ...operation.errors]),
    ...service.errors,
  ]);
  const ids = [...new Set([...inputs, ...outputs])].sort(compareText);
  return {
    operations,
    shapes: ids.filter((id) => !isPrelude(id)).flatMap((id) => model.getShape(id) ?? []),
    rolesOf: (id) => ({ input: inputs.has(id), output: outputs.has(id) }),
  };
}

/** The members through which values of a shape hold other values. */
export function dataMembers(shape: Shape): readonly MemberShape[] {
  switch (shape.type) {
    case "structure":
    case "union":
      return [...shape.members.values()];
    case "list":
      return [shape.member];
    case "map":
      return [shape.key, shape.value];
    default:
      return [];
  }
}

function serviceOperations(model: Model, service: ServiceShape): readonly OperationShape[] {
  const ids = new Set<ShapeId>(service.operations);
  for (const resource of serviceResources(model, service)) {
    for (const operation of resourceOperations(resource)) ids.add(operation);
  }
  return [...ids]
    .flatMap((id) => {
      const shape = model.getShape(id);
      return shape?.type === "operation" ? shape : [];
    })
    .sort((a, b) => compareText(shapeName(a.id), shapeName(b.id)) || compareText(a.id, b.id));
}

/** Returns all resources of a service, including those below other resources. */
function serviceResources(model: Model, service: ServiceShape): readonly ResourceShape[] {
  const found = new Map<ShapeId, ResourceShape>();
  const pending = [...service.resources];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const resource = model.getShape(id);
    if (resource?.type !== "resource" || found.has(id)) continue;
    found.set(id, resource);
    pending.push(...resource.resources);
  }
  return [...found.values()];
}

/**
 * Returns the name of the resource that each operation is bound to. Operations that are bound to
 * the service itself are missing.
 */
export function resourcesOfOperations(
  model: Model,
  service: ServiceShape,
): Readonly<Record<ShapeId, string>> {
  return Object.fromEntries(
    serviceResources(model, service).flatMap((resource) =>
      resourceOperations(resource).map((operation) => [operation, shapeName(resource.id)]),
    ),
  );
}

/** Returns the operations that belong to no service. */
export function unboundOperations(model: Model): readonly OperationShape[] {
  const bound = new Set(
    model.shapesOfType("service").flatMap((service) => serviceOperations(model, service)),
  );
  return model.shapesOfType("operation").filter((operation) => !bound.has(operation));
}

function resourceOperations(resource: ResourceShape): readonly ShapeId[] {
  const lifecycle = [
    resource.create,
    resource.put,
    resource.read,
    resource.update,
    resource.delete,
    resource.list,
  ].filter((id) => id !== undefined);
  return [...lifecycle, ...resource.operations, ...resource.collectionOperations];
}

/** Returns all shapes that values of these shapes can contain, including themselves. */
export function reachable(model: Model, roots: readonly ShapeId[]): ReadonlySet<ShapeId> {
  const seen = new Set<ShapeId>();
  const pending = roots.filter((id) => id !== unitId);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const shape = model.getShape(id);
    if (shape === undefined) continue;
    for (const member of dataMembers(shape)) {
      if (member.target !== unitId) pending.push(member.target);
    }
  }
  return seen;
}
