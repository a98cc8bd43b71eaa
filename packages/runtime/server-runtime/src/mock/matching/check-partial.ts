import type { $SchemaRef } from "@smithy/types";
import { viewOf } from "@tinsmith/validation";

import { isAsymmetricMatcher, isPlain } from "./contains.js";

/**
 * Makes sure that a partial value can be part of a value at all: one with a member that the shape does not have would
 * never be met, and nobody would be told.
 *
 * @param what - whose value it is, for the message
 * @throws TypeError with the path of the member, and the members that there are
 */
export const checkPartial = (what: string, schema: $SchemaRef, partial: unknown): void =>
  check(what, schema, partial, "");

const check = (what: string, schema: $SchemaRef, partial: unknown, path: string): void => {
  if (isAsymmetricMatcher(partial)) return;
  const view = viewOf(schema);
  switch (view.kind) {
    case "list":
      if (Array.isArray(partial)) {
        for (const [index, item] of partial.entries()) {
          check(what, view.member, item, `${path}/${index}`);
        }
      }
      return;
    case "map":
      if (isPlain(partial)) {
        for (const [key, value] of Object.entries(partial)) {
          check(what, view.value, value, `${path}/${key}`);
        }
      }
      return;
    case "structure":
    case "union":
      if (view.streaming || !isPlain(partial)) return;
      for (const [name, value] of Object.entries(partial)) {
        const member = view.members.find((one) => one.name === name);
        if (!member) {
          const names = view.members.map((one) => one.name);
          const known = names.length === 0 ? "It has none." : `It has ${names.join(", ")}.`;
          throw new TypeError(`${what} has no member ${path}/${name}. ${known}`);
        }
        check(what, member.ref, value, `${path}/${name}`);
      }
      return;
    default:
      return;
  }
};
