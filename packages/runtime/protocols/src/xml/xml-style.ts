import type { $SchemaRef } from "@smithy/types";
import { Sentinel, isStructure, membersOf } from "@tinsmith/schema";
import type { ResolvedSchema } from "@tinsmith/schema";
import type { TimestampStyle } from "../values/timestamps.js";

/** The timestamp format in XML for schemas without one. */
export const xmlTimestamps: TimestampStyle = { timestamps: Sentinel.dateTime };

/** A prefix and a URI. The prefix may be empty. */
export type XmlNamespace = readonly [prefix: string, uri: string];

/**
 * Returns the only member of an output whose document has no element for the output itself. Such an
 * operation has the trait `aws.customizations#s3UnwrappedXmlOutput`. Schemas store the trait with
 * the output.
 */
export const unwrappedMember = ({
  schema,
  traits,
}: ResolvedSchema): readonly [name: string, reference: $SchemaRef] | undefined =>
  traits["s3UnwrappedXmlOutput"] === 1 && isStructure(schema) ? membersOf(schema)[0] : undefined;

/** Reads the trait `@xmlNamespace` of a schema: a prefix and a URI, or only a URI. */
export function xmlNamespaceOf(trait: unknown): XmlNamespace | undefined {
  if (typeof trait === "string") return ["", trait];
  if (!Array.isArray(trait)) return undefined;
  const [prefix, uri]: unknown[] = trait;
  return [typeof prefix === "string" ? prefix : "", String(uri)];
}
