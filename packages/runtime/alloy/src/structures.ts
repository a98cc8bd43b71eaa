import { isRecord, memberValue, quote, setOwn } from "@tinsmith/protocols/json";
import type { ReadTree, ShapeParts, WriteJson } from "@tinsmith/protocols/json";
import { membersOf, resolveSchema, Sentinel, withMembers } from "@tinsmith/protocols/schema";
import type { MemberedSchema } from "@tinsmith/protocols/schema";
import { jsonUnknownTrait } from "./traits.js";

/** The members of a structure or union with the effects of their traits. */
export interface MemberFacts {
  /** The structure or union without the member that holds unknown properties. */
  readonly known: MemberedSchema;
  /** The names of the known members in JSON. */
  readonly knownNames: ReadonlySet<string>;
  /** The name of the member that holds unknown properties. */
  readonly unknown: string | undefined;
  /** The members for which null is a value. */
  readonly nullable: readonly { readonly name: string; readonly wire: string }[];
}

/** Returns the members of a structure or union with the effects of their traits. */
export function memberFacts(schema: MemberedSchema): MemberFacts {
  const members = membersOf(schema).map(([name, reference]) => {
    const { schema: target, memberTraits } = resolveSchema(reference);
    return { name, wire: memberTraits.jsonName ?? name, target, memberTraits };
  });
  const unknown = members.find(({ memberTraits }) => jsonUnknownTrait in memberTraits)?.name;
  const known = members.filter(({ name }) => name !== unknown);
  return {
    known: unknown === undefined ? schema : withMembers(schema, (name) => name !== unknown),
    knownNames: new Set(known.map(({ wire }) => wire)),
    unknown,
    // The codec knows that null is a value of documents.
    nullable: known.filter(
      ({ memberTraits, target }) => memberTraits["nullable"] === 1 && target !== Sentinel.document,
    ),
  };
}

/** Writes structures with members that may be null, or that keep unknown properties. */
export function structureWriter(usual: ShapeParts<WriteJson>): ShapeParts<WriteJson>["structure"] {
  const writeDocument = usual.scalar(Sentinel.document, undefined);
  return (schema) => {
    const { known, knownNames, unknown, nullable } = memberFacts(schema);
    const write = usual.structure(known);
    if (unknown === undefined && nullable.length === 0) return write;
    return (value) => {
      const text = write(value);
      if (!isRecord(value)) return text;
      const further = nullable
        .filter(({ name }) => memberValue(value, name) === null)
        .map(({ wire }) => `${quote(wire)}:null`);
      const others = unknown === undefined ? undefined : memberValue(value, unknown);
      for (const [key, item] of isRecord(others) ? Object.entries(others) : []) {
        if (item === undefined || knownNames.has(key)) continue;
        further.push(`${quote(key)}:${item === null ? "null" : writeDocument(item)}`);
      }
      return withProperties(text, further);
    };
  };
}

/** Reads structures with members that may be null, or that keep unknown properties. */
export function structureReader(usual: ShapeParts<ReadTree>): ShapeParts<ReadTree>["structure"] {
  const readDocument = usual.scalar(Sentinel.document, undefined);
  return (schema) => {
    const { known, knownNames, unknown, nullable } = memberFacts(schema);
    const read = usual.structure(known);
    if (unknown === undefined && nullable.length === 0) return read;
    return (value, depth) => {
      const out = read(value, depth);
      if (!isRecord(value) || !isRecord(out)) return out;
      for (const { name, wire } of nullable) {
        if (memberValue(value, wire) === null) setOwn(out, name, null);
      }
      if (unknown !== undefined) {
        const others: Record<string, unknown> = {};
        for (const [key, item] of Object.entries(value)) {
          if (knownNames.has(key)) continue;
          setOwn(others, key, item === null ? null : readDocument(item, depth + 1));
        }
        setOwn(out, unknown, others);
      }
      return out;
    };
  };
}

/** Adds properties at the end of the text of an object. */
export function withProperties(object: string, properties: readonly string[]): string {
  if (properties.length === 0) return object;
  const start = object === "{}" ? "{" : `${object.slice(0, -1)},`;
  return `${start}${properties.join()}}`;
}
