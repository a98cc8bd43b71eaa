import type { $SchemaRef } from "@smithy/types";
import { membersOf } from "../schema/members.js";
import { resolveSchema, Sentinel, ShapeKind } from "../schema/resolve.js";

/** Whether a shape holds big numbers or documents somewhere, of whose numbers no digit may be lost on the way. */
export const needsExactNumbers = (
  reference: $SchemaRef,
  seen: Set<object> = new Set(),
): boolean => {
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
  switch (schema[0]) {
    case ShapeKind.list:
      return needsExactNumbers(schema[4], seen);
    case ShapeKind.map:
      return needsExactNumbers(schema[5], seen);
    case ShapeKind.structure:
    case ShapeKind.error:
    case ShapeKind.union:
      return membersOf(schema).some(([, member]) => needsExactNumbers(member, seen));
    default:
      return false;
  }
};
