import type { $SchemaRef, StaticMapSchema, StaticSchema } from "@smithy/types";
import {
  Sentinel,
  idOf,
  isError,
  isList,
  isMap,
  isStructure,
  isUnion,
  listMemberOf,
  mapKeyOf,
  mapValueOf,
  membersOf,
  nameOf,
  resolveSchema,
} from "@tinsmith/schema";
import type { MemberedSchema, ResolvedSchema } from "@tinsmith/schema";
import { Mismatch, within } from "../malformed-message.js";
import type { NumberKind } from "../protocol.js";
import type { Reading } from "../codec/body-codec.js";
import { setOwn } from "../values/members.js";
import { allTypes } from "../value-types/all-types.js";
import { textReader } from "../value-types/text-values.js";
import { childrenOf, textIn } from "./parse-xml.js";
import type { XmlContent } from "./parse-xml.js";
import { xmlTimestamps } from "./xml-style.js";

/** Reads the contents of an element. Throws a `Mismatch` if they are invalid. */
export type ReadXml = (content: XmlContent, depth: number) => unknown;

/** Compiles the reader of each shape once, on first use. */
export function createXmlReaders({
  strict,
  maxDepth,
  kinds,
}: Reading): (reference: $SchemaRef) => ReadXml {
  const compiled = new WeakMap<object, ReadXml>();

  const compile = ({ schema, traits }: ResolvedSchema, kind?: NumberKind): ReadXml => {
    if (typeof schema === "number") {
      if (schema >= Sentinel.map)
        return map("entry", ["key", "value"], scalar(schema - Sentinel.map, kind));
      if (schema >= Sentinel.list) return list("member", scalar(schema - Sentinel.list, kind));
      return scalar(schema, kind);
    }
    const known = compiled.get(schema);
    if (known) return known;
    const reader = compileShape(schema, traits.sparse === 1);
    compiled.set(schema, reader);
    return reader;
  };

  const compileShape = (schema: StaticSchema, sparse: boolean): ReadXml => {
    if (isList(schema)) {
      const member = listMemberOf(schema);
      return list(
        resolveSchema(member).memberTraits.xmlName ?? "member",
        later(member, kinds?.[nameOf(schema)]?.["member"]?.number),
        sparse,
      );
    }
    if (isMap(schema)) return map("entry", namesOf(schema), valueOf(schema), sparse);
    if (isUnion(schema)) return union(schema);
    if (isStructure(schema) || isError(schema)) return structure(schema);
    throw new TypeError(`${idOf(schema)} is not a data shape.`);
  };

  const scalar = (schema: number, kind: NumberKind | undefined): ReadXml => {
    const read = textReader(schema, xmlTimestamps, allTypes, strict ? kind : undefined, strict);
    return schema === Sentinel.string
      ? (content) => read(textIn(content))
      : (content) => read(textIn(content).trim());
  };

  /** Compiles on first use, because an element may refer back to its container. */
  const later = (reference: $SchemaRef, kind: NumberKind | undefined): ReadXml => {
    let read: ReadXml | undefined;
    return (content, depth) => (read ??= compile(resolveSchema(reference), kind))(content, depth);
  };

  const deeper = (depth: number): number => {
    if (depth >= maxDepth) throw new Mismatch("The body nests too deeply.");
    return depth + 1;
  };

  const items = (
    children: readonly XmlContent[],
    read: ReadXml,
    depth: number,
    sparse: boolean,
  ): unknown[] => {
    const inner = deeper(depth);
    return children.map((child, index) => {
      try {
        return sparse && isNil(child) ? null : read(child, inner);
      } catch (error) {
        throw within(error, index);
      }
    });
  };

  const list =
    (name: string, read: ReadXml, sparse = false): ReadXml =>
    (content, depth) =>
      items(childrenOf(content, name), read, depth, sparse);

  const namesOf = (schema: StaticMapSchema): [string, string] => [
    resolveSchema(mapKeyOf(schema)).memberTraits.xmlName ?? "key",
    resolveSchema(mapValueOf(schema)).memberTraits.xmlName ?? "value",
  ];

  const valueOf = (schema: StaticMapSchema): ReadXml =>
    later(mapValueOf(schema), kinds?.[nameOf(schema)]?.["value"]?.number);

  const entries = (
    children: readonly XmlContent[],
    [keyName, valueName]: readonly [string, string],
    read: ReadXml,
    depth: number,
    sparse: boolean,
  ): Record<string, unknown> => {
    const inner = deeper(depth);
    const out: Record<string, unknown> = {};
    for (const child of children) {
      const [key] = childrenOf(child, keyName);
      const [value] = childrenOf(child, valueName);
      if (key === undefined || value === undefined) {
        if (strict) throw new Mismatch("Expected an entry with a key and a value.");
        continue;
      }
      const name = textIn(key);
      try {
        setOwn(out, name, sparse && isNil(value) ? null : read(value, inner));
      } catch (error) {
        throw within(error, name);
      }
    }
    return out;
  };

  const map =
    (entryName: string, names: readonly [string, string], read: ReadXml, sparse = false): ReadXml =>
    (content, depth) =>
      entries(childrenOf(content, entryName), names, read, depth, sparse);

  interface Member {
    readonly name: string;
    readonly wire: string;
    /** Reads all elements with the member's name. */
    readonly read: (children: readonly XmlContent[], depth: number) => unknown;
  }

  const compileMembers = (schema: MemberedSchema): Member[] =>
    membersOf(schema).map(([name, reference]) => {
      const resolved = resolveSchema(reference);
      const wire = resolved.memberTraits.xmlName ?? name;
      const kind = kinds?.[nameOf(schema)]?.[name]?.number;
      const flat = flatReader(resolved, kind);
      if (flat) return { name, wire, read: flat };
      const read = compile(resolved, kind);
      return { name, wire, read: ([child], depth) => read(child ?? "", depth) };
    });

  const flatReader = (
    { schema, memberTraits, traits }: ResolvedSchema,
    kind: NumberKind | undefined,
  ): Member["read"] | undefined => {
    if (memberTraits.xmlFlattened !== 1) return undefined;
    const sparse = traits.sparse === 1;
    if (typeof schema === "number") {
      if (schema >= Sentinel.map) {
        const read = scalar(schema - Sentinel.map, kind);
        return (children, depth) => entries(children, ["key", "value"], read, depth, false);
      }
      if (schema < Sentinel.list) return undefined;
      const read = scalar(schema - Sentinel.list, kind);
      return (children, depth) => items(children, read, depth, false);
    }
    if (isList(schema)) {
      const read = later(listMemberOf(schema), kinds?.[nameOf(schema)]?.["member"]?.number);
      return (children, depth) => items(children, read, depth, sparse);
    }
    if (isMap(schema)) {
      const names = namesOf(schema);
      const read = valueOf(schema);
      return (children, depth) => entries(children, names, read, depth, sparse);
    }
    return undefined;
  };

  const structure = (schema: MemberedSchema): ReadXml => {
    let members: Member[] | undefined;
    return (content, depth) => {
      const inner = deeper(depth);
      const out: Record<string, unknown> = {};
      for (const { name, wire, read } of (members ??= compileMembers(schema))) {
        const children = childrenOf(content, wire);
        if (children.length === 0) continue;
        try {
          setOwn(out, name, read(children, inner));
        } catch (error) {
          throw within(error, wire);
        }
      }
      return out;
    };
  };

  const union = (schema: MemberedSchema): ReadXml => {
    const known = structure(schema);
    return (content, depth) => {
      const value = known(content, depth);
      const set = Object.keys(value ?? {});
      if (set.length === 1) return value;
      if (strict) {
        throw new Mismatch(
          `Expected exactly one member of the union, found ${set.length === 0 ? "no known member" : set.length}.`,
        );
      }
      const [unknown] = typeof content === "string" ? [] : Object.entries(content);
      return set.length === 0 && unknown ? { $unknown: unknown } : value;
    };
  };

  return (reference) => compile(resolveSchema(reference));
}

const isNil = (content: XmlContent): boolean =>
  typeof content !== "string" && content["xsi:nil"] === "true";
