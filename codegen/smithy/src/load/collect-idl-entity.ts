import type { ShapeId } from "../model/model.js";
import type { ObjectNode, ValueNode } from "../syntax/nodes.js";
import { lifecycles } from "./definitions.js";
import type { Lifecycle, ShapeProperties } from "./definitions.js";
import { keyText } from "./evaluate-value.js";
import { loadMessages } from "./load-messages.js";
import type { NameResolver } from "./resolve-names.js";

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Reads the properties of a service or a resource from its body. */
export function collectEntity(
  type: "service" | "resource",
  name: string,
  body: ObjectNode,
  names: NameResolver,
): ShapeProperties {
  const properties: Writable<ShapeProperties> = {};
  const additional: string[] = [];
  const reader = new EntityReader(`${names.namespace}#${name}`, names);
  for (const { key, value } of body.entries) {
    const property = keyText(key);
    if (value.kind === "missingValue") continue;
    if (type === "service") readServiceProperty(reader, properties, property, value);
    else readResourceProperty(reader, properties, property, value);
    if (!propertyNames[type].includes(property)) additional.push(property);
  }
  const [first] = additional;
  if (first !== undefined) {
    const unknown = body.entries.find(({ key }) => keyText(key) === first);
    const args = { expected: propertyNames[type], additional: additional.sort() };
    const place = { span: names.span(unknown ?? body), shapeId: reader.shapeId };
    names.diagnostics.push(loadMessages.additionalProperties(args, place));
  }
  return properties;
}

/** The properties that services and resources can have, by type. */
export const propertyNames: Readonly<Record<"service" | "resource", readonly string[]>> = {
  service: ["errors", "operations", "rename", "resources", "version"],
  resource: [
    "identifiers",
    "properties",
    ...lifecycles,
    "operations",
    "collectionOperations",
    "resources",
  ].sort(),
};

function readServiceProperty(
  reader: EntityReader,
  properties: Writable<ShapeProperties>,
  property: string,
  value: ValueNode,
): void {
  if (property === "version") properties.version = reader.string(value, property);
  else if (property === "rename") properties.rename = reader.renames(value);
  else if (property === "operations" || property === "resources" || property === "errors") {
    properties[property] = reader.ids(value, property);
  }
}

function readResourceProperty(
  reader: EntityReader,
  properties: Writable<ShapeProperties>,
  property: string,
  value: ValueNode,
): void {
  if (property === "identifiers" || property === "properties") {
    properties[property] = reader.idMap(value, property);
  } else if (
    property === "operations" ||
    property === "collectionOperations" ||
    property === "resources"
  ) {
    properties[property] = reader.ids(value, property);
  } else if (isLifecycle(property)) {
    const id = reader.id(value, property);
    if (id !== undefined) {
      properties.lifecycle = new Map([...(properties.lifecycle ?? []), [property, id]]);
    }
  }
}

export const isLifecycle = (property: string): property is Lifecycle =>
  lifecycles.some((lifecycle) => lifecycle === property);

/** Reads values of an expected kind, and reports those of another. */
class EntityReader {
  readonly shapeId: ShapeId;
  readonly #names: NameResolver;

  constructor(shapeId: ShapeId, names: NameResolver) {
    this.shapeId = shapeId;
    this.#names = names;
  }

  string(node: ValueNode, property: string): string {
    if (node.kind === "string") return node.value;
    this.#report(node, property, "a string");
    return "";
  }

  id(node: ValueNode, property: string): ShapeId | undefined {
    if (node.kind === "shapeId") return this.#names.resolveValue(node);
    if (node.kind === "string") {
      return this.#names.resolve({ ...node, kind: "shapeId", text: node.value, missing: false });
    }
    if (node.kind !== "missingValue") this.#report(node, property, "a shape id");
    return undefined;
  }

  ids(node: ValueNode, property: string): readonly ShapeId[] {
    if (node.kind === "array") {
      return node.items.flatMap((item) => this.id(item, property) ?? []);
    }
    this.#report(node, property, "an array of shape ids");
    return [];
  }

  idMap(node: ValueNode, property: string): ReadonlyMap<string, ShapeId> {
    const map = new Map<string, ShapeId>();
    if (node.kind !== "object") this.#report(node, property, "an object of shape ids");
    else {
      for (const { key, value } of node.entries) {
        const id = this.id(value, property);
        if (id !== undefined) map.set(keyText(key), id);
      }
    }
    return map;
  }

  renames(node: ValueNode): ReadonlyMap<ShapeId, string> {
    const map = new Map<ShapeId, string>();
    if (node.kind !== "object") this.#report(node, "rename", "an object of strings");
    else {
      for (const { key, value } of node.entries) {
        map.set(keyText(key), this.string(value, "rename"));
      }
    }
    return map;
  }

  #report(node: ValueNode, name: string, expected: string): void {
    const args = { name, expected, found: describeValue(node) };
    const place = { span: this.#names.span(node), shapeId: this.shapeId };
    this.#names.diagnostics.push(loadMessages.expectedProperty(args, place));
  }
}

/** The kind of a value, as messages name it. */
export function describeValue(node: ValueNode): string {
  if (node.kind === "keyword") return node.value === null ? "null" : "boolean";
  if (node.kind === "shapeId") return "string";
  return node.kind === "missingValue" ? "nothing" : node.kind;
}
