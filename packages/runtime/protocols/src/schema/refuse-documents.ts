import type { $SchemaRef } from "@smithy/types";
import { membersOf } from "./members.js";
import { resolveSchema, Sentinel, ShapeKind } from "./resolve.js";

/**
 * Sees to it that a shape holds no document, for protocols that have no form for one: text would lose what it is.
 * Smithy: https://smithy.io/2.0/spec/simple-types.html#document
 * @throws TypeError where it holds one; it names the member and the protocol
 */
export const refuseDocuments = (protocol: string, reference: $SchemaRef): void => {
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
    switch (schema[0]) {
      case ShapeKind.list:
        return visit(schema[4], member);
      case ShapeKind.map:
        return visit(schema[5], member);
      case ShapeKind.structure:
      case ShapeKind.error:
      case ShapeKind.union:
        for (const [name, of] of membersOf(schema)) visit(of, `${schema[2]}.${name}`);
    }
  };
  visit(reference, "The value");
};
