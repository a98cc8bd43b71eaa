import type { $SchemaRef } from "@smithy/types";
import {
  Sentinel,
  hasMembers,
  isList,
  isMap,
  listMemberOf,
  mapValueOf,
  membersOf,
  resolveSchema,
} from "@tinsmith/schema";

/** Returns true if a shape contains big numbers or documents, whose digits must not be lost. */
export function needsExactNumbers(reference: $SchemaRef, seen: Set<object> = new Set()): boolean {
  const { schema } = resolveSchema(reference);
  if (typeof schema === "number") {
    const scalar = schema % Sentinel.list;
    return (
      scalar === Sentinel.bigInteger ||
      scalar === Sentinel.bigDecimal ||
      scalar === Sentinel.document
    );
  }
  if (seen.has(schema)) return false;
  seen.add(schema);
  if (isList(schema)) return needsExactNumbers(listMemberOf(schema), seen);
  if (isMap(schema)) return needsExactNumbers(mapValueOf(schema), seen);
  return (
    hasMembers(schema) && membersOf(schema).some(([, member]) => needsExactNumbers(member, seen))
  );
}
