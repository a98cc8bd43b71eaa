import type { $SchemaRef, StaticListSchema, StaticMapSchema, StaticSchema } from "@smithy/types";
import {
  Sentinel,
  hasMembers,
  idOf,
  isList,
  isMap,
  listMemberOf,
  mapKeyOf,
  mapValueOf,
  membersOf,
  nameOf,
  resolveSchema,
} from "@tinsmith/schema";
import type { MemberedSchema, ResolvedSchema } from "@tinsmith/schema";
import { isRecord, memberValue, writerAt } from "../values/members.js";
import { allTypes } from "../value-types/all-types.js";
import { textWriter } from "../value-types/text-values.js";
import { escapeXml, namespaceAttribute } from "./escape-xml.js";
import { xmlNamespaceOf, unwrappedMember, xmlTimestamps } from "./xml-style.js";
import type { XmlNamespace } from "./xml-style.js";

/** Writes a value as an element; `attributes` begins with a space or is empty. */
type WriteElement = (name: string, attributes: string, value: unknown) => string;

/** Writes the children of a structure without an enclosing element. */
export type WriteChildren = (value: unknown) => string;

/** Compiled writers of shapes. */
export interface XmlWriters {
  /** Compiles the writer of a document. A namespace of the schema overrides that of the service. */
  document(reference: $SchemaRef, namespace: XmlNamespace | undefined): (value: unknown) => string;
  children(schema: MemberedSchema): WriteChildren;
}

/** Compiles the writer of each shape once, on first use. */
export function createXmlWriters(): XmlWriters {
  const compiled = new WeakMap<object, WriteElement>();

  const compile = ({ schema, traits }: ResolvedSchema): WriteElement => {
    if (typeof schema === "number") {
      if (schema >= Sentinel.map)
        return map(scalar(Sentinel.string), scalar(schema - Sentinel.map));
      if (schema >= Sentinel.list) return list("member", "", scalar(schema - Sentinel.list));
      return scalar(schema);
    }
    const known = compiled.get(schema);
    if (known) return known;
    const writer = compileShape(schema, traits.sparse === 1);
    compiled.set(schema, writer);
    return writer;
  };

  const compileShape = (schema: StaticSchema, sparse: boolean): WriteElement => {
    if (isList(schema)) return listOf(schema, sparse);
    if (isMap(schema)) return mapOf(schema, sparse);
    if (hasMembers(schema)) return structure(schema);
    throw new TypeError(`${idOf(schema)} is not a data shape.`);
  };

  const scalar = (schema: number): WriteElement => {
    const write = textWriter(schema, xmlTimestamps, allTypes);
    return (name, attributes, value) =>
      `<${name}${attributes}>${escapeXml(write(value))}</${name}>`;
  };

  /** Compiles on first use, because an element may refer back to its container. */
  const later = (reference: $SchemaRef): WriteElement => {
    let write: WriteElement | undefined;
    return (name, attributes, value) =>
      (write ??= compile(resolveSchema(reference)))(name, attributes, value);
  };

  /**
   * Writes the items of a list: all elements of a flat list, or the contents of the element of a
   * list.
   */
  const items = (
    itemName: string,
    attributes: string,
    write: WriteElement,
    value: unknown,
    sparse = false,
  ): string => {
    if (!Array.isArray(value)) throw new TypeError("Expected a list.");
    let text = "";
    for (const item of value as unknown[]) {
      if (item !== null && item !== undefined) text += write(itemName, attributes, item);
      else if (sparse) text += nil(itemName);
    }
    return text;
  };

  const list =
    (itemName: string, itemAttributes: string, write: WriteElement, sparse = false): WriteElement =>
    (name, attributes, value) =>
      `<${name}${attributes}>${items(itemName, itemAttributes, write, value, sparse)}</${name}>`;

  const listOf = (schema: StaticListSchema, sparse: boolean): WriteElement => {
    const { memberTraits } = resolveSchema(listMemberOf(schema));
    return list(
      memberTraits.xmlName ?? "member",
      namespaceAttribute(xmlNamespaceOf(memberTraits.xmlNamespace)),
      later(listMemberOf(schema)),
      sparse,
    );
  };

  const entries =
    (
      [keyName, keyAttributes, writeKey]: readonly [string, string, WriteElement],
      [valueName, valueAttributes, writeValue]: readonly [string, string, WriteElement],
      sparse: boolean,
    ): WriteElement =>
    (name, attributes, value) => {
      if (!isRecord(value)) throw new TypeError("Expected an object for a map.");
      let text = "";
      for (const key of Object.keys(value)) {
        const item = value[key];
        if (item === undefined || (item === null && !sparse)) continue;
        const written =
          item === null ? nil(valueName) : writeValue(valueName, valueAttributes, item);
        text += `<${name}${attributes}>${writeKey(keyName, keyAttributes, key)}${written}</${name}>`;
      }
      return text;
    };

  const entriesOf = (schema: StaticMapSchema, sparse: boolean): WriteElement => {
    const part = (reference: $SchemaRef, name: string): [string, string, WriteElement] => {
      const { memberTraits } = resolveSchema(reference);
      return [
        memberTraits.xmlName ?? name,
        namespaceAttribute(xmlNamespaceOf(memberTraits.xmlNamespace)),
        later(reference),
      ];
    };
    return entries(part(mapKeyOf(schema), "key"), part(mapValueOf(schema), "value"), sparse);
  };

  const map = (key: WriteElement, value: WriteElement): WriteElement => {
    const write = entries(["key", "", key], ["value", "", value], false);
    return (name, attributes, item) =>
      `<${name}${attributes}>${write("entry", "", item)}</${name}>`;
  };

  const mapOf = (schema: StaticMapSchema, sparse: boolean): WriteElement => {
    const write = entriesOf(schema, sparse);
    return (name, attributes, item) =>
      `<${name}${attributes}>${write("entry", "", item)}</${name}>`;
  };

  /**
   * Compiles the writer of a member. A member is one element, or several elements if it is a flat
   * collection.
   */
  const member = (name: string, resolved: ResolvedSchema): ((value: unknown) => string) => {
    const { memberTraits } = resolved;
    const wire = memberTraits.xmlName ?? name;
    const attributes = namespaceAttribute(xmlNamespaceOf(memberTraits.xmlNamespace));
    const flat = memberTraits.xmlFlattened === 1 ? flatWriter(resolved) : undefined;
    if (flat) return (value) => flat(wire, attributes, value);
    const write = compile(resolved);
    return (value) => write(wire, attributes, value);
  };

  /**
   * Compiles the writer of a flat collection, which has no enclosing element. The namespace of a
   * list item comes from the item; that of a map entry comes from the member.
   */
  const flatWriter = ({ schema, traits }: ResolvedSchema): WriteElement | undefined => {
    const sparse = traits.sparse === 1;
    if (typeof schema === "number") {
      if (schema >= Sentinel.map) {
        const value = scalar(schema - Sentinel.map);
        return entries(["key", "", scalar(Sentinel.string)], ["value", "", value], false);
      }
      if (schema < Sentinel.list) return undefined;
      const write = scalar(schema - Sentinel.list);
      return (name, _, value) => items(name, "", write, value);
    }
    if (isMap(schema)) return entriesOf(schema, sparse);
    if (!isList(schema)) return undefined;
    const write = later(listMemberOf(schema));
    const itemAttributes = namespaceAttribute(
      xmlNamespaceOf(resolveSchema(listMemberOf(schema)).memberTraits.xmlNamespace),
    );
    return (name, _, value) => items(name, itemAttributes, write, value, sparse);
  };

  interface Compiled {
    readonly attributes: { name: string; wire: string; write: (value: unknown) => string }[];
    readonly children: { name: string; write: (value: unknown) => string }[];
  }

  const compileMembers = (schema: MemberedSchema): Compiled => {
    const out: Compiled = { attributes: [], children: [] };
    for (const [name, reference] of membersOf(schema)) {
      const resolved = resolveSchema(reference);
      if (resolved.memberTraits.xmlAttribute === 1 && typeof resolved.schema === "number") {
        out.attributes.push({
          name,
          wire: resolved.memberTraits.xmlName ?? name,
          write: writerAt(name, textWriter(resolved.schema, xmlTimestamps, allTypes)),
        });
      } else {
        out.children.push({ name, write: writerAt(name, member(name, resolved)) });
      }
    }
    return out;
  };

  const structure = (schema: MemberedSchema): WriteElement => {
    let members: Compiled | undefined;
    return (name, attributes, value) => {
      if (!isRecord(value)) throw new TypeError(`Expected an object for ${nameOf(schema)}.`);
      members ??= compileMembers(schema);
      let head = attributes;
      for (const attribute of members.attributes) {
        const item = memberValue(value, attribute.name);
        if (item === null || item === undefined) continue;
        head += ` ${attribute.wire}="${escapeXml(attribute.write(item))}"`;
      }
      return `<${name}${head}>${childrenOf(members, value)}</${name}>`;
    };
  };

  const childrenOf = (members: Compiled, value: Record<string, unknown>): string => {
    let text = "";
    for (const { name, write } of members.children) {
      const item = memberValue(value, name);
      if (item !== null && item !== undefined) text += write(item);
    }
    return text;
  };

  /** Compiles the writer of a document whose root is the element of a structure's only member. */
  const memberDocument = (
    [name, reference]: readonly [name: string, reference: $SchemaRef],
    attributes: string,
  ): ((value: unknown) => string) => {
    const resolved = resolveSchema(reference);
    const wire = resolved.memberTraits.xmlName ?? name;
    const write = compile(resolved);
    return (value) => {
      const item = isRecord(value) ? memberValue(value, name) : undefined;
      return write(wire, attributes, item ?? "");
    };
  };

  return {
    document: (reference, serviceNamespace) => {
      const resolved = resolveSchema(reference);
      const { schema, traits } = resolved;
      const name = traits.xmlName ?? (typeof schema === "number" ? "Document" : nameOf(schema));
      const attributes = namespaceAttribute(
        xmlNamespaceOf(traits.xmlNamespace) ?? serviceNamespace,
      );
      const only = unwrappedMember(resolved);
      if (only) return memberDocument(only, attributes);
      const write = compile(resolved);
      return (value) => write(name, attributes, value);
    },
    children: (schema) => {
      let members: Compiled | undefined;
      return (value) =>
        childrenOf((members ??= compileMembers(schema)), isRecord(value) ? value : {});
    },
  };
}

/** Writes a null in a sparse collection. */
const nil = (name: string): string =>
  `<${name} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>`;
