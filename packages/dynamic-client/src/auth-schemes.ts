import { sigv4 } from "@tinsmith/client-runtime";
import type { AuthSchemeFactory } from "@tinsmith/client-runtime";
import {
  customAuth,
  httpApiKeyAuth,
  httpBasicAuth,
  httpBearerAuth,
  httpDigestAuth,
} from "@tinsmith/client-runtime/http-auth";
import { sigv4a } from "@tinsmith/client-runtime/sigv4a";
import type { Model, OperationShape, ServiceShape, ShapeId } from "@tinsmith/smithy";
import { propertyOf, stringOf, stringsOf } from "./node-values.js";

const SIGV4 = "aws.auth#sigv4";

/** The schemes that the service takes, best first. */
export const authSchemesOf = (model: Model, service: ServiceShape): readonly AuthSchemeFactory[] =>
  serviceAuth(model, service).map((id) => schemeOf(id, service));

/** The schemes that only single operations list. */
export const furtherAuthSchemesOf = (
  model: Model,
  service: ServiceShape,
  operations: readonly (readonly [name: string, shape: OperationShape])[],
): readonly AuthSchemeFactory[] => {
  const own = serviceAuth(model, service);
  const listed = operations.flatMap(([, { traits }]) => stringsOf(traits.get("smithy.api#auth")));
  return [...new Set(listed)]
    .filter((id) => !own.includes(id) && id !== "smithy.api#noAuth")
    .map((id) => schemeOf(id, service));
};

const schemeOf = (id: ShapeId, { traits }: ServiceShape): AuthSchemeFactory => {
  const settings = traits.get(id);
  const name = stringOf(propertyOf(settings, "name")) ?? "";
  const scheme = stringOf(propertyOf(settings, "scheme"));
  switch (id) {
    case SIGV4:
      return sigv4(name);
    case "aws.auth#sigv4a":
      return sigv4a(name);
    case "smithy.api#httpApiKeyAuth":
      return httpApiKeyAuth({
        name,
        in: propertyOf(settings, "in") === "query" ? "query" : "header",
        ...(scheme !== undefined && { scheme }),
      });
    case "smithy.api#httpBasicAuth":
      return httpBasicAuth();
    case "smithy.api#httpBearerAuth":
      return httpBearerAuth(stringOf(propertyOf(traits.get(SIGV4), "name")));
    case "smithy.api#httpDigestAuth":
      return httpDigestAuth();
    default:
      return customAuth(id);
  }
};

/** By operation, the schemes of those that take others than their service. */
export const operationAuthOf = (
  model: Model,
  service: ServiceShape,
  operations: readonly (readonly [name: string, shape: OperationShape])[],
): Readonly<Record<string, readonly string[]>> => {
  const own = serviceAuth(model, service);
  const entries = operations.flatMap(([name, { traits }]) => {
    const listed = traits.get("smithy.api#auth");
    const ids = listed === undefined ? own : stringsOf(listed);
    const optional = traits.has("smithy.api#optionalAuth");
    if (listed === undefined && !optional) return [];
    return [[name, optional ? [...ids, "smithy.api#noAuth"] : ids] as const];
  });
  return Object.fromEntries(entries);
};

/** What `@auth` lists, in its order, or else all that the service has, by id. */
const serviceAuth = (model: Model, { traits }: ServiceShape): readonly ShapeId[] => {
  const listed = traits.get("smithy.api#auth");
  if (listed !== undefined) return stringsOf(listed);
  return [...traits.keys()].filter((id) => isAuthScheme(model, id)).sort();
};

/** A JSON AST may leave the definitions of the traits out. */
const isAuthScheme = (model: Model, id: ShapeId): boolean =>
  id === SIGV4 || model.getShape(id)?.traits.has("smithy.api#authDefinition") === true;
