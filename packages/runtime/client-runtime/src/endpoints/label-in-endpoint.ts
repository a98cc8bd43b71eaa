import type { StaticOperationSchema } from "@smithy/types";
import { encodedTraitsOf, replaceTraits } from "@tinsmith/schema";

/**
 * The schema of an operation whose endpoint already holds the first label of its path, as host or as path: the bucket
 * of S3 does. Clients leave the label out; servers, which get the whole path, have the schema as it is.
 */
export function labelInEndpoint(schema: StaticOperationSchema): StaticOperationSchema {
  const traits = encodedTraitsOf(schema);
  if (typeof traits === "number" || traits.http === undefined) return schema;
  const [method, uri, code] = traits.http;
  const http: typeof traits.http = [method, uri.replace(/^\/\{[^{}]*\}/, ""), code];
  return replaceTraits(schema, { ...traits, http });
}
