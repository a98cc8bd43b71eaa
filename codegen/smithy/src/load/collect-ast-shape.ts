import type { ShapeId } from "../model/model.js";
import type { NodeRange, ObjectNode } from "../syntax/nodes.js";
import { uniqueItemsTrait } from "../traits/index.js";
import type { AstReader } from "./ast-reader.js";
import { definedType } from "./collect-idl-shape.js";
import { lifecycles } from "./definitions.js";
import type {
  DefinedType,
  MemberDefinition,
  ShapeDefinition,
  ShapeProperties,
  Version,
} from "./definitions.js";
import { keyText } from "./evaluate-value.js";
import { loadMessages } from "./load-messages.js";

/** An entry of `shapes`. */
export interface AstShape {
  readonly id: ShapeId;
  readonly key: NodeRange;
  readonly node: ObjectNode;
  readonly type: string;
  readonly version: Version;
}

/** Reads the shape that an entry defines; `undefined` if its type is unknown. */
export function collectAstShape(shape: AstShape, reader: AstReader): ShapeDefinition | undefined {
  const { id, key, node, type: word, version } = shape;
  const type = definedType(word);
  if (!type) {
    reader.report(loadMessages.unknownShapeType, { type: word }, node, id);
    return undefined;
  }
  if (id.includes("$")) {
    reader.report(loadMessages.memberInShapeId, { type: word, id }, key, id);
    return undefined;
  }
  reader.expectProperties(node, [...propertiesOf[type], "mixins", "traits", "type"].sort(), id);
  const span = reader.span({ start: node.start, end: node.start + 1 });
  const unique = { id: uniqueItemsTrait.id, value: {}, implied: true, span };
  const traits = reader.traits(node, id);
  return {
    type,
    id,
    version,
    span,
    writtenType: word,
    traits: word === "set" ? [...traits, unique] : traits,
    mixins: reader.references(node, "mixins", id) ?? [],
    members: collectMembers(id, type, node, reader),
    properties: collectProperties(id, type, node, version, reader),
  };
}

const noProperties: readonly string[] = [];
const members: readonly string[] = ["members"];

/** The properties of shapes by type, besides mixins, traits and the type itself. */
const propertiesOf: Readonly<Record<DefinedType, readonly string[]>> = {
  blob: noProperties,
  boolean: noProperties,
  document: noProperties,
  string: noProperties,
  byte: noProperties,
  short: noProperties,
  integer: noProperties,
  long: noProperties,
  float: noProperties,
  double: noProperties,
  bigInteger: noProperties,
  bigDecimal: noProperties,
  timestamp: noProperties,
  list: ["member"],
  map: ["key", "value"],
  structure: members,
  union: members,
  enum: members,
  intEnum: members,
  service: ["version", "operations", "resources", "errors", "rename"],
  resource: [
    "identifiers",
    "properties",
    ...lifecycles,
    "operations",
    "collectionOperations",
    "resources",
  ],
  operation: ["input", "output", "errors"],
};

function collectMembers(
  id: ShapeId,
  type: DefinedType,
  node: ObjectNode,
  reader: AstReader,
): readonly MemberDefinition[] {
  const named = type === "list" || type === "map" ? propertiesOf[type] : [];
  const found = named.flatMap((name) => {
    const value = reader.objectProperty(node, name, id);
    return value ? [collectMember(id, name, value, reader)] : [];
  });
  if (propertiesOf[type] !== members) return found.flat();
  return reader.objectEntries(node, "members", id).flatMap(({ text, value }) => {
    const member = reader.object(value, id);
    return member ? collectMember(id, text, member, reader) : [];
  });
}

function collectMember(
  container: ShapeId,
  name: string,
  node: ObjectNode,
  reader: AstReader,
): readonly MemberDefinition[] {
  const id = `${container}$${name}`;
  reader.expectProperties(node, ["target", "traits"], id);
  const target = reader.target(node, container);
  if (!target) return [];
  const traits = reader.traits(node, container);
  return [{ name, target: target.id, traits, span: reader.span(node) }];
}

type Writable<Type> = { -readonly [Key in keyof Type]: Exclude<Type[Key], undefined> };

function collectProperties(
  id: ShapeId,
  type: DefinedType,
  node: ObjectNode,
  version: Version,
  reader: AstReader,
): ShapeProperties {
  const properties: Partial<Writable<ShapeProperties>> = {};
  const readLists = (
    ...names: readonly ("operations" | "resources" | "errors" | "collectionOperations")[]
  ) => {
    for (const name of names) {
      const references = reader.references(node, name, id);
      if (references) properties[name] = references.map((reference) => reference.id);
    }
  };
  if (type === "operation") {
    for (const name of ["input", "output"] as const) {
      const target = reader.reference(node, name, id);
      if (target !== undefined) properties[name] = target;
    }
    readLists("errors");
  } else if (type === "service") {
    const version = reader.string(node, "version", id);
    if (version !== undefined) properties.version = version;
    readLists("operations", "resources", "errors");
    const renames = reader.objectEntries(node, "rename", id).flatMap(({ text, value }) => {
      if (value.kind === "string") return [[text, value.value] as const];
      reader.report(
        loadMessages.expectedNode,
        { expected: "string", found: value.kind },
        value,
        id,
      );
      return [];
    });
    if (renames.length > 0) properties.rename = new Map(renames);
  } else if (type === "resource") {
    for (const name of ["identifiers", "properties"] as const) {
      const map = reader.referenceMap(node, name, id);
      if (!map) continue;
      properties[name] = map;
      if (name === "identifiers" || version === "2.0") continue;
      const place = node.entries.find(({ key }) => keyText(key) === name)?.value ?? node;
      reader.report(loadMessages.propertiesInVersion1, { version }, place);
    }
    const lifecycle = lifecycles.flatMap((name) => {
      const target = reader.reference(node, name, id);
      return target === undefined ? [] : [[name, target] as const];
    });
    if (lifecycle.length > 0) properties.lifecycle = new Map(lifecycle);
    readLists("operations", "collectionOperations", "resources");
  }
  return properties;
}
