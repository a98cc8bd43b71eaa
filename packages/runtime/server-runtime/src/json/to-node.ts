import type { $SchemaRef } from "@smithy/types";
import { viewOf } from "@tinsmith/validation";
import type { ShapeView } from "@tinsmith/validation";
import {
  dereference,
  encodedMemberTraitsOf,
  encodedTraitsOf,
  isMap,
  isMember,
  mapKeyOf,
  memberTargetOf,
} from "@tinsmith/schema";
import { isBytes, isDate } from "@tinsmith/values";

/** The replacement for a value that must not be shown. */
export const redacted = "***";

/**
 * Writes a value as JSON, the opposite of `fromNode`. Dates become strings, bytes become base64,
 * and big numbers become strings. `@sensitive` values become `***`. Streams and other values that
 * JSON cannot represent become a description.
 */
export function toNode(
  schema: $SchemaRef,
  value: unknown,
  options: { readonly showSensitive?: boolean } = {},
): unknown {
  if (value === undefined || value === null) return value;
  if (options.showSensitive !== true && isSensitive(schema)) return redacted;
  const view = viewOf(schema);
  switch (view.kind) {
    case "list":
      return Array.isArray(value)
        ? value.map((item) => toNode(view.member, item, options))
        : plainNode(value);
    case "union":
      // An event stream that was read is a list.
      return view.streaming && Array.isArray(value)
        ? value.map((event) => mapMembers(event, memberOf(view), options))
        : mapMembers(value, memberOf(view), options);
    case "map":
    case "structure":
      return mapMembers(value, memberOf(view), options);
    default:
      return plainNode(value);
  }
}

const memberOf =
  (view: ShapeView) =>
  (name: string): $SchemaRef | undefined => {
    if (view.kind === "map") return view.value;
    if (view.kind !== "structure" && view.kind !== "union") return undefined;
    return view.members.find((member) => member.name === name)?.ref;
  };

function mapMembers(
  value: unknown,
  refOf: (name: string) => $SchemaRef | undefined,
  options: { readonly showSensitive?: boolean },
): unknown {
  if (typeof value !== "object" || value === null || !isRecord(value)) return plainNode(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const ref = refOf(name);
      return [name, ref === undefined ? plainNode(member) : toNode(ref, member, options)];
    }),
  );
}

/** Writes a value as JSON without a schema. */
export function plainNode(value: unknown): unknown {
  switch (typeof value) {
    case "bigint":
      return String(value);
    case "number":
      // JSON has neither NaN nor the infinities.
      return Number.isFinite(value) ? value : String(value);
    case "object":
      break;
    case "function":
    case "symbol":
      return `<${typeof value}>`;
    default:
      return value;
  }
  if (value === null) return null;
  if (isDate(value)) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if ("type" in value && value.type === "bigDecimal") return String(value);
  if (isBytes(value)) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(plainNode);
  if (!isRecord(value)) return `<${value.constructor?.name ?? "object"}>`;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainNode(one)]));
}

/** Returns true for objects whose properties are data. Properties of streams and blobs are not. */
const isRecord = (value: object): boolean =>
  !(Symbol.asyncIterator in value) && !("getReader" in value) && !(value instanceof Blob);

/** Returns true if a shape, or the member that targets it, has the trait `@sensitive`. */
export function isSensitive(ref: $SchemaRef): boolean {
  const schema = dereference(ref);
  if (typeof schema !== "object" || !Array.isArray(schema)) return false;
  if (isMember(schema)) {
    return hasSensitive(encodedMemberTraitsOf(schema)) || isSensitive(memberTargetOf(schema));
  }
  // Single keys of a map cannot be masked.
  return hasSensitive(encodedTraitsOf(schema)) || (isMap(schema) && isSensitive(mapKeyOf(schema)));
}

const hasSensitive = (traits: unknown): boolean =>
  typeof traits === "number"
    ? (traits & 8) !== 0
    : typeof traits === "object" && traits !== null && "sensitive" in traits;
