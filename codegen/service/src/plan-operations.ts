import type {
  MemberShape,
  Model,
  NodeValue,
  OperationShape,
  ServiceShape,
  ShapeId,
  Traits,
} from "@tinsmith/smithy";
import { errorsOfCall, planStreamErrors } from "./client/client-errors.js";
import { planChecksum } from "./client/plan-checksum.js";
import { planDiscoveredOperation } from "./client/plan-discovery.js";
import type { Discovery } from "./client/plan-discovery.js";
import { unitId } from "./closure.js";
import type { DefaultsPlanner } from "./plan-defaults.js";
import { planDocumentation } from "./documentation.js";
import { parseContextPath } from "./endpoints/context-path.js";
import type { OperationEndpointParameter } from "./endpoints/endpoint-plan.js";
import { labelInEndpoint } from "./endpoints/label-in-endpoint.js";
import type { EndpointRulesPlan } from "./endpoints/plan-endpoint.js";
import type {
  EventStreamPlan,
  ExamplePlan,
  HttpOperationPlan,
  OperationData,
  OperationPlan,
  PaginationPlan,
} from "./operation-plan.js";
import { planOperationAuth } from "./plan-auth.js";
import type { ServiceAuth } from "./plan-auth.js";
import { planBatch } from "./plan-batch.js";
import type { PlannedNames } from "./plan-names.js";
import { planWaiters } from "./plan-waiters.js";
import { planProtocolTests } from "./protocol-tests/plan-cases.js";
import { dataMembersOf } from "./shape-members.js";
import type { MemberPlan, ShapeLookup } from "./shape-plan.js";
import {
  arrayOf,
  compareText,
  entriesOf,
  numberOf,
  objectTrait,
  propertyOf,
  stringOf,
  stringsOf,
} from "./trait-values.js";

/** What is known of a service when its operations are planned. */
export interface OperationsContext {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly names: PlannedNames;
  readonly shapesById: ShapeLookup;
  readonly planDefaults: DefaultsPlanner;
  readonly auth: ServiceAuth;
  readonly endpoint: EndpointRulesPlan;
  readonly discovery: Discovery | undefined;
}

/** Plans one operation of a service. */
export function planOperation(
  context: OperationsContext,
  operation: OperationShape,
): OperationPlan {
  const { model, service, names, shapesById, planDefaults, auth, endpoint, discovery } = context;
  const { traits } = operation;
  const input = streamsOf(model, operation.input);
  const output = streamsOf(model, operation.output);
  const inputData = operationData(operation.input, names);
  const inputMembers = dataMembersOf(shapesById, inputData);
  const http = planHttp(traits.get("smithy.api#http"));
  const errors = operationErrors(service, operation, names);
  const streamErrors = planStreamErrors(shapesById, output.eventStream);
  return {
    id: operation.id,
    name: names.nameOf(operation.id),
    names: names.operation(operation.id),
    input: inputData,
    output: operationData(operation.output, names),
    errors,
    streamErrors,
    http,
    hostPrefix: stringOf(objectTrait(traits, "smithy.api#endpoint")?.["hostPrefix"]),
    unsignedPayload: traits.has("aws.auth#unsignedPayload"),
    checksum: planChecksum(traits, inputMembers),
    compression: planCompression(traits.get("smithy.api#requestCompression")),
    discovery: planDiscoveredOperation(discovery, operation, membersOf(model, operation.input)),
    readonly: traits.has("smithy.api#readonly"),
    idempotent: traits.has("smithy.api#idempotent"),
    idempotencyTokenMember: membersOf(model, operation.input).find((member) =>
      member.traits.has("smithy.api#idempotencyToken"),
    )?.name,
    inputEventStream: input.eventStream,
    outputEventStream: output.eventStream,
    inputStream: input.stream,
    outputStream: output.stream,
    defaults: planDefaults(operation.input, operation.output, [
      ...operation.errors,
      ...service.errors,
    ]),
    examples: arrayOf(traits.get("smithy.api#examples")).map(planExample),
    protocolTests: planProtocolTests(traits),
    pagination: planPagination(
      traits.get("smithy.api#paginated"),
      service.traits.get("smithy.api#paginated"),
    ),
    waiters: planWaiters(
      traits.get("smithy.waiters#waitable"),
      names.operation(operation.id).waiters,
      errorsOfCall({ shapesById }, { errors, streamErrors }),
    ),
    batch: planBatch(model, operation, shapesById, names.operation(operation.id).batch),
    endpointParameters: planEndpointParameters(traits, inputMembers),
    labelInEndpoint: labelInEndpoint(http, inputMembers, endpoint.addresses),
    ...planOperationAuth(traits, auth),
    ...planDocumentation(traits),
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

function membersOf(model: Model, id: ShapeId): readonly MemberShape[] {
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

/** The encodings in which a request may be sent. */
function planCompression(trait: NodeValue | undefined): readonly string[] | undefined {
  return trait === undefined ? undefined : stringsOf(propertyOf(trait, "encodings"));
}

/** Parameters of the endpoint rules: those of the input's members, then those of the operation's own traits. */
function planEndpointParameters(
  traits: Traits,
  input: readonly MemberPlan[],
): readonly OperationEndpointParameter[] {
  return [
    ...input.flatMap(({ name, contextParam }): OperationEndpointParameter[] =>
      contextParam === undefined
        ? []
        : [{ type: "contextParams", parameter: contextParam, member: name }],
    ),
    ...entriesOf(traits.get("smithy.rules#staticContextParams")).map(
      ([parameter, param]): OperationEndpointParameter => ({
        type: "staticContextParams",
        parameter,
        value: propertyOf(param, "value") ?? null,
      }),
    ),
    ...entriesOf(traits.get("smithy.rules#operationContextParams")).map(
      ([parameter, param]): OperationEndpointParameter => {
        const expression = stringOf(propertyOf(param, "path")) ?? "";
        const path = parseContextPath(expression);
        return { type: "operationContextParams", parameter, expression, path };
      },
    ),
  ];
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
