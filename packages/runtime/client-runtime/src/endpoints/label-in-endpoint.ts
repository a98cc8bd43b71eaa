import type { StaticOperationSchema } from "@smithy/types";
import { encodedTraitsOf, replaceTraits } from "@tinsmith/schema";

/**
 * Returns an operation's schema without the first label of its path, because the endpoint already
 * contains it, as S3 endpoints contain the bucket. Servers receive the whole path and use the
 * original schema.
 */
export function labelInEndpoint(schema: StaticOperationSchema): StaticOperationSchema {
  const traits = encodedTraitsOf(schema);
  if (typeof traits === "number" || traits.http === undefined) return schema;
  const [method, uri, code] = traits.http;
  const http: typeof traits.http = [method, uri.replace(/^\/\{[^{}]*\}/, ""), code];
  return replaceTraits(schema, { ...traits, http });
}
