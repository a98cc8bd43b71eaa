import { Sentinel } from "../schema/resolve.js";
import type { TimestampStyle } from "../values/timestamps.js";

/** Timestamps in XML where the schema names no format. */
export const xmlTimestamps: TimestampStyle = { timestamps: Sentinel.dateTime };

/** Prefix (or nothing) and URI. */
export type XmlNamespace = readonly [prefix: string, uri: string];

/** `@xmlNamespace` in a schema's traits: prefix and URI, or only the URI. */
export const namespaceOf = (trait: unknown): XmlNamespace | undefined => {
  if (typeof trait === "string") return ["", trait];
  if (!Array.isArray(trait)) return undefined;
  const [prefix, uri]: unknown[] = trait;
  return [typeof prefix === "string" ? prefix : "", String(uri)];
};
