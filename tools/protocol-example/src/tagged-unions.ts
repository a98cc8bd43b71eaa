import {
  chosenMember,
  expected,
  isRecord,
  memberValue,
  Mismatch,
  quote,
} from "@tinsmith/protocols/json";
import type { JsonForms } from "@tinsmith/protocols/json";
import { membersOf, nameOf, Sentinel, traitsOf } from "@tinsmith/protocols/schema";
import type { MemberedSchema } from "@tinsmith/protocols/schema";
import { taggedTrait } from "./traits.js";

/** Writes unions with the trait `tagged` as one object: `{ "kind": "card", "number": "…" }`. */
export const taggedUnions: JsonForms = {
  write: (usual, compile) => ({
    ...usual,
    union: (schema) => {
      const tag = tagOf(schema);
      if (tag === undefined) return usual.union(schema);
      const members = new Map(membersOf(schema));
      return (value) => {
        const [name, member] = choiceOf(value, schema);
        const reference = members.get(name) ?? Sentinel.document;
        const text = compile(reference)(member);
        const start = `{${quote(tag)}:${quote(name)}`;
        return text === "{}" ? `${start}}` : `${start},${text.slice(1)}`;
      };
    },
  }),
  read: (usual) => ({
    ...usual,
    union: (schema) => {
      const tag = tagOf(schema);
      // The default reader handles choices that are not in the model.
      const read = usual.union(schema);
      if (tag === undefined) return read;
      return (value, depth) => {
        if (!isRecord(value)) throw expected("an object", value);
        const name = memberValue(value, tag);
        if (typeof name !== "string") {
          throw new Mismatch(`Expected a member ${JSON.stringify(tag)} that names the choice.`);
        }
        const members = Object.entries(value).filter(([key]) => key !== tag);
        return read({ [name]: Object.fromEntries(members) }, depth);
      };
    },
  }),
};

function tagOf(schema: MemberedSchema): string | undefined {
  const tag = traitsOf(schema)[taggedTrait];
  return typeof tag === "string" ? tag : undefined;
}

/** Returns the choice of a union. An unknown choice that was read is written back unchanged. */
function choiceOf(value: unknown, schema: MemberedSchema): [name: string, member: unknown] {
  const chosen = isRecord(value) ? chosenMember(value) : undefined;
  if (chosen === undefined)
    throw new TypeError(
      `Expected a value of the union ${nameOf(schema)}: an object with one member.`,
    );
  const [name, member] = chosen;
  return name === "$unknown" && Array.isArray(member) ? [String(member[0]), member[1]] : chosen;
}
