import type { $SchemaRef } from "@smithy/types";
import { viewOf } from "@tinsmith/validation";
import { isDate } from "@tinsmith/values";
import { describeValue } from "../../checks/describe-value.js";
import { isAsymmetricMatcher, isPlain } from "./contains.js";

/**
 * Checks that a partial value can be part of a value of a shape. A partial value with an unknown
 * member, or with a member of another type, would never match. Tests would not notice that.
 *
 * @param what - names the value in messages: `input of GetForecast`
 * @throws TypeError with the path of the member, and what is allowed
 */
export function checkPartial(what: string, schema: $SchemaRef, partial: unknown): void {
  check(what, schema, partial, "");
}

function check(what: string, schema: $SchemaRef, partial: unknown, path: string): void {
  // A partial value may require that a member is absent.
  if (partial === undefined || partial === null || isAsymmetricMatcher(partial)) return;
  const view = viewOf(schema);
  const refuse = (expected: string): never => {
    const place = path === "" ? what : `member "${path}" of ${what}`;
    throw new TypeError(`Invalid ${place}: ${describeValue(partial)}. Expected ${expected}.`);
  };
  switch (view.kind) {
    case "list":
      if (!Array.isArray(partial)) return refuse("a list");
      for (const [index, item] of partial.entries()) {
        check(what, view.member, item, `${path}/${index}`);
      }
      return;
    case "map":
      if (!isPlain(partial)) return refuse("an object");
      for (const [key, value] of Object.entries(partial)) {
        check(what, view.value, value, `${path}/${key}`);
      }
      return;
    case "structure":
    case "union":
      if (view.streaming) return;
      if (!isPlain(partial)) return refuse("an object");
      for (const [name, value] of Object.entries(partial)) {
        const member = view.members.find((one) => one.name === name);
        if (!member) throw unknownMember(what, `${path}/${name}`, view.members);
        check(what, member.ref, value, `${path}/${name}`);
      }
      return;
    case "boolean":
      if (typeof partial !== "boolean") refuse("true or false");
      return;
    case "number":
      if (typeof partial !== "number" && typeof partial !== "bigint") refuse("a number");
      return;
    case "string":
      // JSON in a string (`@mediaType`) may be an object with the text inside.
      if (typeof partial !== "string" && typeof partial !== "object") refuse("a string");
      return;
    case "timestamp":
      if (!isDate(partial) || Number.isNaN(partial.getTime())) refuse("a valid Date");
      return;
    default:
      return;
  }
}

function unknownMember(
  what: string,
  path: string,
  members: readonly { readonly name: string }[],
): TypeError {
  const names = members.map(({ name }) => name);
  const allowed = names.length === 0 ? "It has none." : `Expected one of: ${names.join(", ")}.`;
  return new TypeError(`Unknown member "${path}" of ${what}. ${allowed}`);
}
