import type { $SchemaRef } from "@smithy/types";
import {
  chosenMember,
  expected,
  isRecord,
  memberValue,
  Mismatch,
  quote,
} from "@tinsmith/protocols/json";
import type { CompileShape, ReadTree, ShapeParts, WriteJson } from "@tinsmith/protocols/json";
import { membersOf, nameOf, resolveSchema, Sentinel, traitsOf } from "@tinsmith/protocols/schema";
import type { MemberedSchema } from "@tinsmith/protocols/schema";
import { memberFacts } from "./structures.js";
import type { MemberFacts } from "./structures.js";
import { discriminatedTrait, untaggedTrait } from "./traits.js";
import { untaggedReader } from "./untagged.js";

/** Writes untagged, discriminated and open unions. */
export function unionWriter(
  usual: ShapeParts<WriteJson>,
  compile: CompileShape<WriteJson>,
): ShapeParts<WriteJson>["union"] {
  const writeDocument = usual.scalar(Sentinel.document, undefined);
  return (schema) => {
    const facts = memberFacts(schema);
    const discriminator = discriminatorOf(schema);
    const isUntagged = untaggedTrait in traitsOf(schema);
    if (!isUntagged && discriminator === undefined && facts.unknown === undefined) {
      return usual.union(schema);
    }
    const members = new Map(membersOf(schema));
    const writeUsual = usual.union(facts.known);
    const writerOf = (reference: $SchemaRef | undefined) =>
      reference === undefined ? writeDocument : compile(reference);
    return (value) => {
      const { name, member, isKnown } = choiceOf(value, schema);
      if (name === facts.unknown) return writeDocument(member);
      const reference = isKnown ? members.get(name) : undefined;
      const write = isUntagged || discriminator !== undefined ? writerOf(reference) : writeUsual;
      if (isUntagged) return write(member);
      if (discriminator === undefined) return write(value);
      return withTag(discriminator, wireName(name, reference), write(member));
    };
  };
}

/** Reads untagged, discriminated and open unions. */
export function unionReader(
  usual: ShapeParts<ReadTree>,
  compile: CompileShape<ReadTree>,
  strict: boolean,
): ShapeParts<ReadTree>["union"] {
  const readDocument = usual.scalar(Sentinel.document, undefined);
  return (schema) => {
    if (untaggedTrait in traitsOf(schema)) {
      return untaggedReader(schema, compile, strict ? undefined : readDocument);
    }
    const facts = memberFacts(schema);
    const discriminator = discriminatorOf(schema);
    const read = usual.union(facts.known);
    const tagged =
      discriminator === undefined ? read : discriminatedReader(discriminator, facts, read);
    const { unknown } = facts;
    if (unknown === undefined) return tagged;
    return (value, depth) =>
      isKnown(value, facts, discriminator)
        ? tagged(value, depth)
        : { [unknown]: readDocument(value, depth) };
  };
}

function discriminatedReader(
  discriminator: string,
  { known }: MemberFacts,
  read: ReadTree,
): ReadTree {
  return (value, depth) => {
    if (!isRecord(value)) throw expected("an object", value);
    const tag = memberValue(value, discriminator);
    if (typeof tag !== "string") {
      throw new Mismatch(
        `Expected a property ${JSON.stringify(discriminator)} that names a member of ${nameOf(known)}.`,
      );
    }
    const members = Object.entries(value).filter(([key]) => key !== discriminator);
    return read({ [tag]: Object.fromEntries(members) }, depth);
  };
}

/** Returns true if the member of a value is in the model. */
function isKnown(
  value: unknown,
  { knownNames }: MemberFacts,
  discriminator: string | undefined,
): boolean {
  if (!isRecord(value)) return false;
  if (discriminator !== undefined) {
    const tag = memberValue(value, discriminator);
    return typeof tag === "string" && knownNames.has(tag);
  }
  return Object.entries(value).some(([key, item]) => item !== null && knownNames.has(key));
}

function discriminatorOf(schema: MemberedSchema): string | undefined {
  const name = traitsOf(schema)[discriminatedTrait];
  return typeof name === "string" ? name : undefined;
}

interface Choice {
  readonly name: string;
  readonly member: unknown;
  readonly isKnown: boolean;
}

/** Returns the member that is set. An unknown member keeps the form in which it was read. */
function choiceOf(value: unknown, schema: MemberedSchema): Choice {
  const chosen = isRecord(value) ? chosenMember(value) : undefined;
  if (chosen === undefined)
    throw new TypeError(
      `Expected a value of the union ${nameOf(schema)}: an object with one member.`,
    );
  const [name, member] = chosen;
  return name === "$unknown" && Array.isArray(member)
    ? { name: String(member[0]), member: member[1], isKnown: false }
    : { name, member, isKnown: true };
}

function wireName(name: string, reference: $SchemaRef | undefined): string {
  const named =
    reference === undefined ? undefined : resolveSchema(reference).memberTraits.jsonName;
  return named ?? name;
}

/** Adds the discriminator to the text of a structure. */
function withTag(discriminator: string, tag: string, structure: string): string {
  if (!structure.startsWith("{")) {
    throw new TypeError(
      `The member ${JSON.stringify(tag)} of a discriminated union must be a structure.`,
    );
  }
  const start = `{${quote(discriminator)}:${quote(tag)}`;
  return structure === "{}" ? `${start}}` : `${start},${structure.slice(1)}`;
}
