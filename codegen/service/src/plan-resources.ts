import { compareText, shapeName } from "@tinsmith/smithy";
import type {
  Model,
  OperationShape,
  ResourceShape,
  ServiceShape,
  Shape,
  ShapeId,
} from "@tinsmith/smithy";
import { hasTrait, noReplaceTrait } from "@tinsmith/smithy/traits";
import type { OperationPlan } from "./operation-plan.js";
import { ResourceBinder } from "./resource-bindings.js";
import type {
  LifecycleKind,
  LifecyclePlan,
  ResourceListPlan,
  ResourcePlan,
} from "./resource-plan.js";

/**
 * Plans the resources that a service's operations can create, sorted by name, with the inputs and
 * outputs of its lifecycle operations. An operation whose messages do not identify the instance is
 * left out.
 */
export function planResources(
  model: Model,
  service: ServiceShape,
  operations: readonly OperationPlan[],
): readonly ResourcePlan[] {
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const plans = new Map<ShapeId, ResourcePlan>();
  const visit = (ids: readonly ShapeId[], parent: string | undefined): void => {
    for (const id of ids) {
      const resource = model.getShape(id);
      if (resource?.type !== "resource" || plans.has(id)) continue;
      const plan = planResource(model, resource, parent, byId);
      if (plan) plans.set(id, plan);
      visit(resource.resources, plan?.name ?? parent);
    }
  };
  visit(service.resources, undefined);
  return [...plans.values()].sort((left, right) => compareText(left.name, right.name));
}

function planResource(
  model: Model,
  resource: ResourceShape,
  parent: string | undefined,
  byId: ReadonlyMap<ShapeId, OperationPlan>,
): ResourcePlan | undefined {
  const binder = new ResourceBinder(model, resource);
  const identifiers = [...resource.identifiers.keys()];
  const operations = kinds.flatMap((kind) => {
    const id = resource[kind];
    const shape = id === undefined ? undefined : model.getShape(id);
    const operation = id === undefined ? undefined : byId.get(id);
    if (shape?.type !== "operation" || operation === undefined) return [];
    const plan = planLifecycle(model, binder, kind, shape, operation);
    const complete =
      kind === "create" || kind === "list" || identifiers.every((name) => name in plan.input);
    return complete && (kind !== "list" || plan.list) ? [plan] : [];
  });
  const isMade = operations.some(({ kind }) => kind === "create" || kind === "put");
  if (!isMade || identifiers.length === 0) return undefined;
  return {
    name: shapeName(resource.id),
    identifiers,
    parent,
    noReplace: hasTrait(resource, noReplaceTrait),
    operations,
  };
}

/**
 * The kinds of operations in the order in which they are planned. The read operation is the first,
 * so that an undeclared property has the type that it returns.
 */
const kinds: readonly LifecycleKind[] = ["read", "create", "put", "update", "delete", "list"];

function planLifecycle(
  model: Model,
  binder: ResourceBinder,
  kind: LifecycleKind,
  shape: OperationShape,
  { name, pagination }: OperationPlan,
): LifecyclePlan {
  if (kind === "list") {
    const list = planList(model, binder, shape, pagination?.items);
    return { kind, operation: name, input: binder.bind(shape.input), output: {}, list };
  }
  const output = binder.bind(shape.output);
  return { kind, operation: name, input: binder.bind(shape.input), output, list: undefined };
}

function planList(
  model: Model,
  binder: ResourceBinder,
  shape: OperationShape,
  path: string | undefined,
): ResourceListPlan | undefined {
  const output = model.getShape(shape.output);
  if (output?.type !== "structure") return undefined;
  const paths = path === undefined ? [...output.members.keys()] : [path];
  for (const items of paths) {
    const list = shapeAt(model, shape.output, items.split("."));
    if (list?.type !== "list") continue;
    const item = planItem(model, binder, list.member.target);
    if (item !== undefined) return { items, item };
  }
  return undefined;
}

function planItem(
  model: Model,
  binder: ResourceBinder,
  id: ShapeId,
): ResourceListPlan["item"] | undefined {
  const shape = model.getShape(id);
  if (shape?.type === "structure") {
    return binder.refersTo(id) ? binder.members(shape) : undefined;
  }
  return shape?.type === "string" ? binder.identifierOf(id) : undefined;
}

function shapeAt(model: Model, id: ShapeId, [name, ...rest]: readonly string[]): Shape | undefined {
  const shape = model.getShape(id);
  if (name === undefined) return shape;
  const member = shape?.type === "structure" ? shape.members.get(name) : undefined;
  return member && shapeAt(model, member.target, rest);
}
