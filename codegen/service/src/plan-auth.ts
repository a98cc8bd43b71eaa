import type { Model, ShapeId, Traits } from "@tinsmith/smithy";
import type { AuthSchemePlan } from "./auth-scheme-plan.js";
import type { ProtocolPlan } from "./service-plan.js";
import { compareText, stringsOf } from "./trait-values.js";

/**
 * The service's schemes: those that `@auth` lists, in its order, or else all that it has, by id
 * (Smithy specification, "auth trait").
 */
export function planServiceAuth(model: Model, service: Traits): readonly AuthSchemePlan[] {
  const listed = service.get("smithy.api#auth");
  const ids =
    listed === undefined
      ? [...service.keys()].filter((id) => isAuthScheme(model, id)).sort(compareText)
      : stringsOf(listed);
  return schemes(ids, service);
}

/** An operation's schemes: those of its own `@auth`, or else the service's. */
export function planOperationAuth(
  operation: Traits,
  service: Traits,
  serviceAuth: readonly AuthSchemePlan[],
): readonly AuthSchemePlan[] {
  const listed = operation.get("smithy.api#auth");
  return listed === undefined ? serviceAuth : schemes(stringsOf(listed), service);
}

/** The service's protocols, in the order in which a client prefers them. */
export function planProtocols(model: Model, service: Traits): readonly ProtocolPlan[] {
  return [...service]
    .filter(([id]) => isProtocol(model, id))
    .map(([id, settings]) => ({ id, settings }))
    .sort((a, b) => preference(a.id) - preference(b.id) || compareText(a.id, b.id));
}

function schemes(ids: readonly ShapeId[], service: Traits): readonly AuthSchemePlan[] {
  return ids.map((id) => ({ id, settings: service.get(id) ?? {} }));
}

function isAuthScheme(model: Model, id: ShapeId): boolean {
  return isDefinedBy(model, id, "smithy.api#authDefinition") || knownAuthSchemes.has(id);
}

function isProtocol(model: Model, id: ShapeId): boolean {
  return isDefinedBy(model, id, "smithy.api#protocolDefinition") || preferredProtocols.includes(id);
}

function isDefinedBy(model: Model, id: ShapeId, definition: ShapeId): boolean {
  return model.getShape(id)?.traits.has(definition) === true;
}

/** A JSON AST may leave the definitions of these traits out. */
const knownAuthSchemes = new Set([
  "aws.auth#sigv4",
  "aws.auth#sigv4a",
  "smithy.api#httpApiKeyAuth",
  "smithy.api#httpBasicAuth",
  "smithy.api#httpBearerAuth",
  "smithy.api#httpDigestAuth",
]);

/** The cheapest formats come first; RPC before bindings; what AWS retires comes last. */
const preferredProtocols: readonly ShapeId[] = [
  "smithy.protocols#rpcv2Cbor",
  "aws.protocols#awsJson1_0",
  "aws.protocols#awsJson1_1",
  "smithy.protocols#rpcv2Json",
  "aws.protocols#restJson1",
  "aws.protocols#restXml",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
];

function preference(id: ShapeId): number {
  const index = preferredProtocols.indexOf(id);
  return index < 0 ? preferredProtocols.length : index;
}
