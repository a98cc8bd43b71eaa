import type { $SchemaRef } from "@smithy/types";
import {
  Sentinel,
  hasMembers,
  isList,
  isMap,
  listMemberOf,
  mapValueOf,
  membersOf,
  nameOf,
  resolveSchema,
} from "@tinsmith/schema";

/**
 * Rejects shapes that contain a document, for protocols that cannot encode documents: in text, a
 * value would lose its type.
 * Smithy: https://smithy.io/2.0/spec/simple-types.html#document
 * @throws TypeError that names the member and the protocol
 */
export function rejectDocuments(protocol: string, reference: $SchemaRef): void {
  const seen = new Set<object>();
  const visit = (target: $SchemaRef, member: string): void => {
    const { schema } = resolveSchema(target);
    if (typeof schema === "number") {
      // The sentinel of a list or map is a modifier plus the sentinel of its elements.
      if (schema % Sentinel.list !== Sentinel.document) return;
      throw new TypeError(`${member} is a document, which ${protocol} does not support.`);
    }
    if (seen.has(schema)) return;
    seen.add(schema);
    if (isList(schema)) visit(listMemberOf(schema), member);
    else if (isMap(schema)) visit(mapValueOf(schema), member);
    else if (hasMembers(schema)) {
      for (const [name, inner] of membersOf(schema)) visit(inner, `${nameOf(schema)}.${name}`);
    }
  };
  visit(reference, "The value");
}
