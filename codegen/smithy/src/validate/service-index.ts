import type {
  Model,
  OperationShape,
  ResourceShape,
  ServiceShape,
  Shape,
  ShapeId,
} from "../model/model.js";
import type { NeighborIndex } from "../select/neighbors.js";

const lifecycle = ["put", "create", "read", "update", "delete", "list"] as const;

/**
 * The resources and operations bound to services and resources, directly or indirectly, computed on
 * demand.
 */
export class ServiceIndex {
  private readonly model: Model;
  private readonly neighbors: NeighborIndex;
  private readonly resources = new Map<ShapeId, readonly ResourceShape[]>();
  private readonly closures = new Map<ShapeId, ReadonlySet<Shape>>();

  constructor(model: Model, neighbors: NeighborIndex) {
    this.model = model;
    this.neighbors = neighbors;
  }

  /** The resources below a service or resource, sorted by id, without itself. */
  resourcesOf(shape: ServiceShape | ResourceShape): readonly ResourceShape[] {
    let resources = this.resources.get(shape.id);
    if (resources === undefined) {
      resources = this.collectResources(shape);
      this.resources.set(shape.id, resources);
    }
    return resources;
  }

  /** The operations of a service or resource and of the resources below it, sorted by id. */
  operationsOf(shape: ServiceShape | ResourceShape): readonly OperationShape[] {
    const ids = new Set([shape, ...this.resourcesOf(shape)].flatMap(boundOperations));
    return [...ids].sort().flatMap((id) => this.operation(id));
  }

  /** All shapes that can be reached from a service, including the service. */
  closureOf(service: ServiceShape): ReadonlySet<Shape> {
    let closure = this.closures.get(service.id);
    if (closure === undefined) {
      const shapes = new Set<Shape>([service]);
      this.neighbors.reach(service, (shape) => {
        shapes.add(shape);
        return true;
      });
      closure = shapes;
      this.closures.set(service.id, closure);
    }
    return closure;
  }

  private collectResources(start: ServiceShape | ResourceShape): readonly ResourceShape[] {
    const found = new Map<ShapeId, ResourceShape>();
    const waiting = [...start.resources];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const resource = this.model.getShape(id);
      if (resource?.type !== "resource" || found.has(id) || id === start.id) continue;
      found.set(id, resource);
      waiting.push(...resource.resources);
    }
    return [...found.keys()].sort().flatMap((id) => found.get(id) ?? []);
  }

  private operation(id: ShapeId): readonly OperationShape[] {
    const shape = this.model.getShape(id);
    return shape?.type === "operation" ? [shape] : [];
  }
}

/**
 * The ids of all operations that a service or resource binds directly, including lifecycle
 * operations.
 */
export function boundOperations(shape: ServiceShape | ResourceShape): readonly ShapeId[] {
  if (shape.type === "service") return shape.operations;
  return [
    ...shape.operations,
    ...shape.collectionOperations,
    ...lifecycle.flatMap((name) => shape[name] ?? []),
  ];
}
