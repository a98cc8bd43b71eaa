import type { Model, NodeValue, OperationShape, ServiceShape, ShapeId } from "@tinsmith/smithy";
import { unitId } from "./closure.js";
import { planDefaults } from "./plan-defaults.js";
import { planDocumentation } from "./documentation.js";
import type {
  EventStreamPlan,
  ExamplePlan,
  HttpOperationPlan,
  OperationData,
  OperationPlan,
  PaginationPlan,
} from "./operation-plan.js";
import { planOperationAuth } from "./plan-auth.js";
import { planBatch } from "./plan-batch.js";
import type { PlannedNames } from "./plan-names.js";
import { planWaiters } from "./plan-waiters.js";
import type { AuthSchemePlan } from "./auth-scheme-plan.js";
import type { ShapePlan } from "./shape-plan.js";
import {
  arrayOf,
  compareText,
  entriesOf,
  numberOf,
  objectTrait,
  propertyOf,
  stringOf,
} from "./trait-values.js";

/** Plans one operation of a service. */
export function planOperation(
  model: Model,
  service: ServiceShape,
  serviceAuth: readonly AuthSchemePlan[],
  operation: OperationShape,
  names: PlannedNames,
  shapesById: ReadonlyMap<ShapeId, ShapePlan>,
): OperationPlan {
  const { traits } = operation;
  const input = streamsOf(model, operation.input);
  const output = streamsOf(model, operation.output);
  return {
    ...planDocumentation(traits),
    id: operation.id,
    name: names.nameOf(operation.id),
    names: names.operation(operation.id),
    input: operationData(operation.input, names),
    output: operationData(operation.output, names),
    errors: operationErrors(service, operation, names),
    http: planHttp(traits.get("smithy.api#http")),
    hostPrefix: stringOf(objectTrait(traits, "smithy.api#endpoint")?.["hostPrefix"]),
    authSchemes: planOperationAuth(traits, service.traits, serviceAuth),
    optionalAuth: traits.has("smithy.api#optionalAuth"),
    unsignedPayload: traits.has("aws.auth#unsignedPayload"),
    readonly: traits.has("smithy.api#readonly"),
    idempotent: traits.has("smithy.api#idempotent"),
    idempotencyTokenMember: membersOf(model, operation.input).find((member) =>
      member.traits.has("smithy.api#idempotencyToken"),
    )?.name,
    inputEventStream: input.eventStream,
    outputEventStream: output.eventStream,
    inputStream: input.stream,
    outputStream: output.stream,
    defaults: planDefaults(model, operation.input, operation.output, [
      ...operation.errors,
      ...service.errors,
    ]),
    examples: arrayOf(traits.get("smithy.api#examples")).map(planExample),
    pagination: planPagination(
      traits.get("smithy.api#paginated"),
      service.traits.get("smithy.api#paginated"),
    ),
    waiters: planWaiters(
      traits.get("smithy.waiters#waitable"),
      names.operation(operation.id).waiters,
    ),
    batch: planBatch(model, operation, shapesById, names.operation(operation.id).batch),
    staticContextParams: entriesOf(traits.get("smithy.rules#staticContextParams")).map(
      ([name, param]) => ({ name, value: propertyOf(param, "value") ?? null }),
    ),
    operationContextParams: entriesOf(traits.get("smithy.rules#operationContextParams")).map(
      ([name, param]) => ({ name, path: stringOf(propertyOf(param, "path")) ?? "" }),
    ),
    traits,
  };
}

/** The errors of an operation with those of its service, sorted by name. */
export function operationErrors(
  service: ServiceShape,
  operation: OperationShape,
  names: PlannedNames,
): readonly ShapeId[] {
  return [...new Set([...operation.errors, ...service.errors])].sort(
    (a, b) => compareText(names.nameOf(a), names.nameOf(b)) || compareText(a, b),
  );
}

function operationData(id: ShapeId, names: PlannedNames): OperationData {
  if (id === unitId) return { kind: "unit" };
  return {
    kind: "structure",
    id,
    typeName: names.typeName(id),
    schemaName: names.schemaName(id),
  };
}

function membersOf(model: Model, id: ShapeId) {
  const shape = model.getShape(id);
  return shape?.type === "structure" ? [...shape.members.values()] : [];
}

function streamsOf(
  model: Model,
  id: ShapeId,
): { readonly stream: string | undefined; readonly eventStream: EventStreamPlan | undefined } {
  for (const member of membersOf(model, id)) {
    const target = model.getShape(member.target);
    if (target?.traits.has("smithy.api#streaming") !== true) continue;
    return target.type === "union"
      ? { stream: undefined, eventStream: { member: member.name, union: target.id } }
      : { stream: member.name, eventStream: undefined };
  }
  return { stream: undefined, eventStream: undefined };
}

function planHttp(value: NodeValue | undefined): HttpOperationPlan | undefined {
  const method = stringOf(propertyOf(value, "method"));
  const uri = stringOf(propertyOf(value, "uri"));
  if (method === undefined || uri === undefined) return undefined;
  return { method, uri, code: numberOf(propertyOf(value, "code")) ?? 200 };
}

function planExample(value: NodeValue): ExamplePlan {
  const error = propertyOf(value, "error");
  const shapeId = stringOf(propertyOf(error, "shapeId"));
  return {
    title: stringOf(propertyOf(value, "title")) ?? "",
    documentation: stringOf(propertyOf(value, "documentation")),
    input: propertyOf(value, "input"),
    output: propertyOf(value, "output"),
    error:
      shapeId === undefined ? undefined : { shapeId, content: propertyOf(error, "content") ?? {} },
    allowConstraintErrors: propertyOf(value, "allowConstraintErrors") === true,
  };
}

function planPagination(
  own: NodeValue | undefined,
  ofService: NodeValue | undefined,
): PaginationPlan | undefined {
  if (own === undefined) return undefined;
  const setting = (name: string) =>
    stringOf(propertyOf(own, name)) ?? stringOf(propertyOf(ofService, name));
  const inputToken = setting("inputToken");
  const outputToken = setting("outputToken");
  if (inputToken === undefined || outputToken === undefined) return undefined;
  return { inputToken, outputToken, items: setting("items"), pageSize: setting("pageSize") };
}
