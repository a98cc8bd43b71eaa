import { sigv4 } from "@tinsmith/client-runtime";
import type { AuthSchemeFactory } from "@tinsmith/client-runtime";
import type { Model, OperationShape, ServiceShape, ShapeId } from "@tinsmith/smithy";
import { propertyOf, stringOf, stringsOf } from "./node-values.js";

const SIGV4 = "aws.auth#sigv4";

/** The schemes that the service takes and clients know, best first. */
export const authSchemesOf = (model: Model, service: ServiceShape): readonly AuthSchemeFactory[] =>
  serviceAuth(model, service).flatMap((id) => {
    if (id !== SIGV4) return [];
    return sigv4(stringOf(propertyOf(service.traits.get(id), "name")) ?? "");
  });

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
