import { compareText, structureMembers } from "@tinsmith/smithy";
import { planHeaderTexts } from "./client/header-texts.js";
import type {
  MemberShape,
  Model,
  OperationShape,
  ServiceShape,
  ShapeId,
  Traits,
} from "@tinsmith/smithy";
import {
  contextParamTrait,
  endpointTrait,
  examplesTrait,
  hasTrait,
  httpPayloadTrait,
  httpTrait,
  idempotencyTokenTrait,
  idempotentTrait,
  operationContextParamsTrait,
  paginatedTrait,
  readonlyTrait,
  requestCompressionTrait,
  staticContextParamsTrait,
  streamingTrait,
  trait,
  unsignedPayloadTrait,
  waitableTrait,
} from "@tinsmith/smithy/traits";
import type {
  ExamplesTraitValue,
  HttpTraitValue,
  PaginatedTraitValue,
} from "@tinsmith/smithy/traits";
import { errorsOfCall, planStreamErrors } from "./client/client-errors.js";
import { planChecksum } from "./client/plan-checksum.js";
import { planDiscoveredOperation } from "./client/plan-discovery.js";
import type { Discovery } from "./client/plan-discovery.js";
import { unitId } from "./closure.js";
import type { DefaultsPlanner } from "./plan-defaults.js";
import { planDocumentation } from "./documentation.js";
import { parseContextPath } from "./endpoints/context-path.js";
import type { OperationEndpointParameter } from "./endpoints/endpoint-plan.js";
import { farTimestamps } from "./far-timestamps.js";
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
import type { ShapeLookup } from "./shape-plan.js";

/** The parts of a service's plan that its operations depend on. */
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
  const inputMembers = structureMembers(model, operation.input);
  const http = planHttp(trait(traits, httpTrait));
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
    hostPrefix: trait(traits, endpointTrait)?.hostPrefix,
    unsignedPayload: hasTrait(traits, unsignedPayloadTrait),
    checksum: planChecksum(traits, inputMembers),
    compression: trait(traits, requestCompressionTrait)?.encodings,
    discovery: planDiscoveredOperation(discovery, operation, inputMembers),
    readonly: hasTrait(traits, readonlyTrait),
    idempotent: hasTrait(traits, idempotentTrait),
    idempotencyTokenMember: inputMembers.find((member) => hasTrait(member, idempotencyTokenTrait))
      ?.name,
    inputEventStream: input.eventStream,
    outputEventStream: output.eventStream,
    inputStream: input.stream,
    outputStream: output.stream,
    inputPayload: payloadBlobOf(model, operation.input),
    outputPayload: payloadBlobOf(model, operation.output),
    headerTexts: planHeaderTexts(model, service, operation.output),
    defaults: planDefaults(operation.input, operation.output, [
      ...operation.errors,
      ...service.errors,
    ]),
    examples: planExamples(model, operation),
    protocolTests: planProtocolTests(traits),
    pagination: planPagination(trait(traits, paginatedTrait), trait(service, paginatedTrait)),
    waiters: planWaiters(
      trait(traits, waitableTrait),
      names.operation(operation.id).waiters,
      errorsOfCall({ shapesById }, { errors, streamErrors }),
    ),
    batch: planBatch(model, operation, shapesById, names.operation(operation.id).batch),
    endpointParameters: planEndpointParameters(traits, inputMembers),
    labelInEndpoint: labelInEndpoint(http, inputMembers, endpoint.addresses),
    ...planOperationAuth(operation, auth),
    ...planDocumentation(traits),
  };
}

/** The errors of an operation and of its service, sorted by name. */
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

function streamsOf(
  model: Model,
  id: ShapeId,
): { readonly stream: string | undefined; readonly eventStream: EventStreamPlan | undefined } {
  for (const member of structureMembers(model, id)) {
    const target = model.getShape(member.target);
    if (target === undefined || !hasTrait(target, streamingTrait)) continue;
    return target.type === "union"
      ? { stream: undefined, eventStream: { member: member.name, union: target.id } }
      : { stream: member.name, eventStream: undefined };
  }
  return { stream: undefined, eventStream: undefined };
}

/** Returns the name of the member that is a blob and the whole body; streams are separate. */
function payloadBlobOf(model: Model, id: ShapeId): string | undefined {
  return structureMembers(model, id).find((member) => {
    const target = model.getShape(member.target);
    return (
      target?.type === "blob" &&
      hasTrait(member, httpPayloadTrait) &&
      !hasTrait(target, streamingTrait)
    );
  })?.name;
}

/**
 * Plans the parameters of the endpoint rules: first those that traits of input members define, then
 * those that traits of the operation itself define.
 */
function planEndpointParameters(
  traits: Traits,
  input: readonly MemberShape[],
): readonly OperationEndpointParameter[] {
  return [
    ...input.flatMap((member): OperationEndpointParameter[] => {
      const parameter = trait(member, contextParamTrait)?.name;
      return parameter === undefined
        ? []
        : [{ type: "contextParams", parameter, member: member.name }];
    }),
    ...Object.entries(trait(traits, staticContextParamsTrait) ?? {}).map(
      ([parameter, { value }]): OperationEndpointParameter => ({
        type: "staticContextParams",
        parameter,
        value,
      }),
    ),
    ...Object.entries(trait(traits, operationContextParamsTrait) ?? {}).map(
      ([parameter, { path: expression }]): OperationEndpointParameter => {
        const path = parseContextPath(expression);
        return { type: "operationContextParams", parameter, expression, path };
      },
    ),
  ];
}

function planHttp(http: HttpTraitValue | undefined): HttpOperationPlan | undefined {
  return http && { method: http.method, uri: http.uri, code: http.code ?? 200 };
}

/** Plans the examples whose timestamps JavaScript can represent. */
function planExamples(model: Model, operation: OperationShape): readonly ExamplePlan[] {
  const omitted = new Set(farTimestamps(model, operation).map(({ path: [index] }) => index));
  return (trait(operation, examplesTrait) ?? [])
    .filter((_, index) => !omitted.has(index))
    .map(planExample);
}

function planExample(example: ExamplesTraitValue[number]): ExamplePlan {
  const { title, documentation, input, output, error, allowConstraintErrors = false } = example;
  return {
    title,
    documentation,
    input,
    output,
    error:
      error?.shapeId === undefined
        ? undefined
        : { shapeId: error.shapeId, content: error.content ?? {} },
    allowConstraintErrors,
  };
}

function planPagination(
  own: PaginatedTraitValue | undefined,
  ofService: PaginatedTraitValue | undefined,
): PaginationPlan | undefined {
  if (own === undefined) return undefined;
  const { inputToken, outputToken, items, pageSize } = { ...ofService, ...own };
  if (inputToken === undefined || outputToken === undefined) return undefined;
  return { inputToken, outputToken, items, pageSize };
}
