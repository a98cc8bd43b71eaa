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
 * Sees to it that a shape holds no document, for protocols that have no form for one: text would lose what it is.
 * Smithy: https://smithy.io/2.0/spec/simple-types.html#document
 * @throws TypeError where it holds one; it names the member and the protocol
 */
export function refuseDocuments(protocol: string, reference: $SchemaRef): void {
  const seen = new Set<object>();
  const visit = (target: $SchemaRef, member: string): void => {
    const { schema } = resolveSchema(target);
    if (typeof schema === "number") {
      // The sentinel of a list or map is its own and that of what it holds.
      if (schema % Sentinel.list !== Sentinel.document) return;
      throw new TypeError(`${member} is a document, which ${protocol} cannot carry.`);
    }
    if (seen.has(schema)) return;
    seen.add(schema);
    if (isList(schema)) visit(listMemberOf(schema), member);
    else if (isMap(schema)) visit(mapValueOf(schema), member);
    else if (hasMembers(schema)) {
      for (const [name, of] of membersOf(schema)) visit(of, `${nameOf(schema)}.${name}`);
    }
  };
  visit(reference, "The value");
}
