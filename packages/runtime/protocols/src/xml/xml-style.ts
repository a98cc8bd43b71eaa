import type { $SchemaRef } from "@smithy/types";
import { Sentinel, isStructure, membersOf } from "@tinsmith/schema";
import type { ResolvedSchema } from "@tinsmith/schema";
import type { TimestampStyle } from "../values/timestamps.js";

/** Timestamps in XML where the schema names no format. */
export const xmlTimestamps: TimestampStyle = { timestamps: Sentinel.dateTime };

/** Prefix (or nothing) and URI. */
export type XmlNamespace = readonly [prefix: string, uri: string];

/**
 * The only member of a structure whose document has no element for the structure itself
 * (`aws.customizations#s3UnwrappedXmlOutput` of the operation, which the schema of its output carries).
 */
export const unwrappedMember = ({
  schema,
  traits,
}: ResolvedSchema): readonly [name: string, reference: $SchemaRef] | undefined =>
  traits["s3UnwrappedXmlOutput"] === 1 && isStructure(schema) ? membersOf(schema)[0] : undefined;

/** `@xmlNamespace` in a schema's traits: prefix and URI, or only the URI. */
export function xmlNamespaceOf(trait: unknown): XmlNamespace | undefined {
  if (typeof trait === "string") return ["", trait];
  if (!Array.isArray(trait)) return undefined;
  const [prefix, uri]: unknown[] = trait;
  return [typeof prefix === "string" ? prefix : "", String(uri)];
}
