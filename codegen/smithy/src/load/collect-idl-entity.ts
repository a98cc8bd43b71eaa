import type { Message } from "../diagnostics/define-message.js";
import type { ShapeId } from "../model/model.js";
import type { ObjectNode, ValueNode } from "../syntax/nodes.js";
import { lifecycles } from "./definitions.js";
import type { Lifecycle, ShapeProperties } from "./definitions.js";
import { describeValue, keyText } from "../syntax/parse-values.js";
import { loadMessages } from "./load-messages.js";
import type { NameResolver } from "./resolve-names.js";

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/**
 * Reads the properties of a service or a resource from its body. The first value of a wrong kind
 * ends the file, as in the reference.
 */
export function collectEntity(
  type: "service" | "resource",
  name: string,
  body: ObjectNode,
  names: NameResolver,
): ShapeProperties {
  reportAdditional(type, name, body, names);
  const properties: Writable<ShapeProperties> = {};
  const reader = new EntityReader(body, names);
  if (type === "service") readService(reader, properties);
  else readResource(reader, properties);
  return properties;
}

function reportAdditional(
  type: "service" | "resource",
  name: string,
  body: ObjectNode,
  names: NameResolver,
): void {
  const additional = body.entries
    .map(({ key }) => keyText(key))
    .filter((property) => !propertyNames[type].includes(property));
  if (additional.length === 0) return;
  const args = { expected: propertyNames[type], additional: additional.sort() };
  const place = { span: names.span(body), shapeId: `${names.namespace}#${name}` };
  names.diagnostics.push(loadMessages.additionalProperties(args, place));
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

function readService(reader: EntityReader, properties: Writable<ShapeProperties>): void {
  reader.string("version", (version) => (properties.version = version));
  for (const key of ["operations", "resources", "errors"] as const)
    reader.ids(key, (ids) => (properties[key] = ids));
  reader.strings("rename", (entries) => (properties.rename = new Map(entries)));
}

function readResource(reader: EntityReader, properties: Writable<ShapeProperties>): void {
  const lifecycle = new Map<Lifecycle, ShapeId>();
  for (const key of lifecycleOrder) reader.id(key, (id) => lifecycle.set(key, id));
  if (lifecycle.size > 0) properties.lifecycle = lifecycle;
  for (const key of ["operations", "resources", "collectionOperations"] as const)
    reader.ids(key, (ids) => (properties[key] = ids));
  for (const key of ["identifiers", "properties"] as const)
    reader.strings(key, (entries) => {
      properties[key] = new Map(entries.map(([name, id]) => [name, reader.resolve(id)]));
    });
}

/** The order in which the reference reads the lifecycle operations. */
const lifecycleOrder = ["put", "create", "read", "update", "delete", "list"] as const;

export const isLifecycle = (property: string): property is Lifecycle =>
  lifecycles.some((lifecycle) => lifecycle === property);

/**
 * Reads properties that must have a certain kind. A property of another kind is reported and ends
 * the reading.
 */
class EntityReader {
  readonly #body: ObjectNode;
  readonly #names: NameResolver;

  constructor(body: ObjectNode, names: NameResolver) {
    this.#body = body;
    this.#names = names;
  }

  string(property: string, use: (value: string) => void): void {
    const node = this.#property(property);
    if (!node) return;
    const text = textOf(node);
    if (text !== undefined) use(text);
    else this.#stop(loadMessages.expectedProperty, node, { name: property, expected: "a string" });
  }

  id(property: string, use: (id: ShapeId) => void): void {
    const node = this.#property(property);
    if (!node) return;
    const text = textOf(node);
    if (text !== undefined) use(this.resolve(text));
    else
      this.#stop(loadMessages.expectedRequiredProperty, node, {
        name: property,
        expected: "a string",
      });
  }

  ids(property: string, use: (ids: readonly ShapeId[]) => void): void {
    const node = this.#property(property);
    if (!node) return;
    if (node.kind !== "array") {
      const args = { name: property, expected: "an array" };
      this.#stop(loadMessages.expectedRequiredProperty, node, args);
      return;
    }
    const ids: ShapeId[] = [];
    for (const [index, item] of node.items.entries()) {
      const text = textOf(item);
      if (text !== undefined) ids.push(this.resolve(text));
      else this.#stop(loadMessages.expectedElement, item, { index });
      if (text === undefined) return;
    }
    use(ids);
  }

  /** Reads an object of strings. */
  strings(property: string, use: (entries: readonly (readonly [string, string])[]) => void): void {
    const node = this.#property(property);
    if (!node) return;
    if (node.kind !== "object") {
      const args = { name: property, expected: "an object" };
      this.#stop(loadMessages.expectedProperty, node, args);
      return;
    }
    const entries: (readonly [string, string])[] = [];
    for (const { key, value } of node.entries) {
      const text = textOf(value);
      if (text === undefined) {
        this.#stop(loadMessages.expectedNode, value, { expected: "string" });
        return;
      }
      entries.push([keyText(key), text]);
    }
    use(entries);
  }

  resolve(text: string): ShapeId {
    return this.#names.resolveText(text);
  }

  #property(name: string): ValueNode | undefined {
    if (this.#names.end !== undefined) return undefined;
    return this.#body.entries.find(({ key }) => keyText(key) === name)?.value;
  }

  #stop<Arguments extends { readonly found: string }>(
    message: Message<Arguments>,
    node: ValueNode,
    args: Omit<Arguments, "found">,
  ): void {
    this.#names.end = node.start;
    // Every message passed here takes `found`, the kind of the value, in addition to `args`.
    const all = { ...args, found: describeValue(node) } as Arguments;
    this.#names.diagnostics.push(message(all, { span: this.#names.span(node) }));
  }
}

/** The text of a string or of a bare word that is not a keyword. */
function textOf(node: ValueNode): string | undefined {
  if (node.kind === "string") return node.value;
  return node.kind === "shapeId" ? node.text : undefined;
}
