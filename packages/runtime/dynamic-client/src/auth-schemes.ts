import { sigv4 } from "@tinsmith/client-runtime/generated/v1";
import type { AuthSchemeFactory } from "@tinsmith/client-runtime/internal";
import {
  customAuth,
  httpApiKeyAuth,
  httpBasicAuth,
  httpBearerAuth,
  httpDigestAuth,
} from "@tinsmith/client-runtime/generated/v1/http-auth";
import { sigv4a } from "@tinsmith/client-runtime/generated/v1/sigv4a";
import type {
  Model,
  NodeValue,
  OperationShape,
  ServiceShape,
  ShapeId,
  Traits,
} from "@tinsmith/smithy";
import { entriesOf, propertyOf, stringOf, stringsOf } from "./node-values.js";

const SIGV4 = "aws.auth#sigv4";
const SIGV4A = "aws.auth#sigv4a";
const NO_AUTH = "smithy.api#noAuth";

type NamedOperations = readonly (readonly [name: string, shape: OperationShape])[];

/** The schemes that the service takes, best first. */
export const authSchemesOf = (model: Model, service: ServiceShape): readonly AuthSchemeFactory[] =>
  serviceAuth(model, service).map((id) => schemeOf(id, service.traits));

/** Schemes that only single operations ask for, or endpoint rules (`sigv4a` of services that sign for several regions). */
export const furtherAuthOf = (
  model: Model,
  service: ServiceShape,
  operations: NamedOperations,
): readonly AuthSchemeFactory[] => {
  const { traits } = service;
  const own = new Set([NO_AUTH, ...serviceAuth(model, service)]);
  const rules =
    traits.get("smithy.rules#endpointBdd") ?? traits.get("smithy.rules#endpointRuleSet");
  const further = new Set([
    ...(own.has(SIGV4) && asksForSigV4a(rules) ? [SIGV4A] : []),
    ...operations.flatMap(([, shape]) => stringsOf(shape.traits.get("smithy.api#auth"))),
  ]);
  return [...further].filter((id) => !own.has(id)).map((id) => schemeOf(id, traits));
};

/** By operation, the schemes of those that take others than their service. */
export const operationAuthOf = (
  model: Model,
  service: ServiceShape,
  operations: NamedOperations,
): Readonly<Record<string, readonly string[]>> => {
  const own = serviceAuth(model, service);
  const entries = operations.flatMap(([name, { traits }]) => {
    const listed = traits.get("smithy.api#auth");
    const ids = listed === undefined ? own : stringsOf(listed);
    const optional = traits.has("smithy.api#optionalAuth");
    if (listed === undefined && !optional) return [];
    return [[name, optional ? [...ids, NO_AUTH] : ids] as const];
  });
  return Object.fromEntries(entries);
};

/** Whether a digest challenge may have to be answered. */
export const knowsDigest = (model: Model, service: ServiceShape): boolean =>
  service.traits.has("smithy.api#httpDigestAuth") ||
  serviceAuth(model, service).includes("smithy.api#httpDigestAuth");

/** What `@auth` lists, in its order, or else all that the service has, by id. */
const serviceAuth = (model: Model, { traits }: ServiceShape): readonly ShapeId[] => {
  const listed = traits.get("smithy.api#auth");
  if (listed !== undefined) return stringsOf(listed);
  return [...traits.keys()].filter((id) => isAuthScheme(model, id)).sort();
};

/** A JSON AST may leave the definitions of the traits out. */
const isAuthScheme = (model: Model, id: ShapeId): boolean =>
  id === SIGV4 ||
  id === SIGV4A ||
  model.getShape(id)?.traits.has("smithy.api#authDefinition") === true;

const schemeOf = (id: ShapeId, traits: Traits): AuthSchemeFactory => {
  const settings = traits.get(id);
  switch (id) {
    case SIGV4:
      return sigv4(signingName(traits) ?? "");
    case SIGV4A:
      return sigv4a(stringOf(propertyOf(settings, "name")) ?? signingName(traits) ?? "");
    case "smithy.api#httpApiKeyAuth": {
      const scheme = stringOf(propertyOf(settings, "scheme"));
      return httpApiKeyAuth({
        name: stringOf(propertyOf(settings, "name")) ?? "",
        in: propertyOf(settings, "in") === "query" ? "query" : "header",
        ...(scheme !== undefined && { scheme }),
      });
    }
    case "smithy.api#httpBasicAuth":
      return httpBasicAuth();
    case "smithy.api#httpBearerAuth":
      // Services of AWS have a place where tokens are found, under the name they sign by.
      return httpBearerAuth(
        signingName(traits) ?? stringOf(propertyOf(traits.get("aws.api#service"), "arnNamespace")),
      );
    case "smithy.api#httpDigestAuth":
      return httpDigestAuth();
    default:
      return customAuth(id);
  }
};

const signingName = (traits: Traits): string | undefined =>
  stringOf(propertyOf(traits.get(SIGV4), "name"));

const asksForSigV4a = (node: NodeValue | undefined): boolean => {
  if (Array.isArray(node)) return node.some(asksForSigV4a);
  return entriesOf(node).some(
    ([key, value]) => (key === "name" && value === "sigv4a") || asksForSigV4a(value),
  );
};
