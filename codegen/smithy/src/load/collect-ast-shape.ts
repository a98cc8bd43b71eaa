import type { ShapeId } from "../model/model.js";
import { isIdentifier } from "../model/shape-id.js";
import type { NodeRange, ObjectNode } from "../syntax/nodes.js";
import { describeValue } from "../syntax/parse-values.js";
import { uniqueItemsTrait } from "../traits/index.js";
import { NodeCursor } from "./ast-cursor.js";
import type { AstCursor, AstKey } from "./ast-cursor.js";
import type { AstReader } from "./ast-reader.js";
import { definedType } from "./collect-idl-shape.js";
import { lifecycles } from "./definitions.js";
import type {
  DefinedType,
  Lifecycle,
  MemberDefinition,
  Reference,
  ShapeDefinition,
  ShapeProperties,
  TraitDefinition,
  Version,
} from "./definitions.js";
import { evaluateAst, keyText } from "./evaluate-value.js";
import { loadMessages } from "./load-messages.js";

/** An entry of `shapes`. */
export interface AstShape {
  readonly id: ShapeId;
  readonly place: NodeRange;
  readonly version: Version;
  /**
   * Receives the traits of the shape and its members. They count even if the shape ends with an
   * error.
   */
  readonly traits: Map<ShapeId, TraitDefinition[]>;
}

/**
 * Reads the object at a cursor: a shape, or traits that are applied to a shape.
 *
 * @returns the shape that it defines; `undefined` for an entry that only applies traits
 */
export function collectAstShape(
  shape: AstShape,
  cursor: AstCursor,
  reader: AstReader,
): ShapeDefinition | undefined {
  const { place } = shape;
  cursor.enter();
  const first = cursor.nextKey();
  if (first === undefined)
    return reader.stop(loadMessages.missingProperty, { name: "type" }, place);
  if (first.text === "type") {
    const type = reader.string(cursor, "`type` member");
    return new ShapeCollector(shape, type, cursor, reader).collect();
  }
  // Only the type says how to read the other properties.
  const node = cursor.readEntered(place, first);
  const type = readType(node, reader);
  const values = new NodeCursor(node);
  values.enter();
  return new ShapeCollector(shape, type, values, reader).collect();
}

/** The type in an object that is read in full. */
function readType(node: ObjectNode, reader: AstReader): string {
  const name = "type";
  const value = node.entries.find(({ key }) => keyText(key) === name)?.value;
  if (value === undefined) return reader.stop(loadMessages.missingProperty, { name }, node);
  if (value.kind === "string") return value.value;
  const args = { name, expected: "a string", found: describeValue(value) };
  return reader.stop(loadMessages.expectedRequiredProperty, args, value);
}

const noProperties: readonly string[] = [];
const members: readonly string[] = ["members"];

/** The properties of shapes by type, besides mixins, traits and the type itself. */
const propertiesOf: Readonly<Record<DefinedType | "apply", readonly string[]>> = {
  apply: noProperties,
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

const sharedProperties = ["mixins", "traits", "type"];

type Writable<Type> = { -readonly [Key in keyof Type]: Exclude<Type[Key], undefined> };

/** Reads the properties of one shape, in the order of the text. */
class ShapeCollector {
  readonly #shape: AstShape;
  readonly #word: string;
  readonly #cursor: AstCursor;
  readonly #reader: AstReader;
  readonly #members: MemberDefinition[] = [];
  readonly #properties: Partial<Writable<ShapeProperties>> = {};
  readonly #lifecycle = new Map<Lifecycle, ShapeId>();
  #mixins: readonly Reference[] = [];

  constructor(shape: AstShape, word: string, cursor: AstCursor, reader: AstReader) {
    this.#shape = shape;
    this.#word = word;
    this.#cursor = cursor;
    this.#reader = reader;
  }

  collect(): ShapeDefinition | undefined {
    const { id, place, version } = this.#shape;
    const word = this.#word;
    const type = word === "apply" ? word : definedType(word);
    if (!type) return this.#reader.stop(loadMessages.unknownShapeType, { type: word }, place);
    const properties = propertiesOf[type];
    const additional: string[] = [];
    for (let key = this.#cursor.nextKey(); key; key = this.#cursor.nextKey()) {
      if (key.text === "traits") this.#readTraits(id);
      else if (key.text === "mixins" && type !== "apply")
        this.#mixins = this.#reader.references(this.#cursor, id);
      else if (properties.includes(key.text)) this.#readProperty(key);
      else {
        if (key.text !== "type") additional.push(key.text);
        this.#cursor.skip();
      }
    }
    const shared = type === "apply" ? ["traits", "type"] : sharedProperties;
    this.#reader.warnAbout(additional, [...properties, ...shared].sort(), place, id);
    if (type === "apply") return undefined;
    if (id.includes("$"))
      return this.#reader.stop(loadMessages.memberInShapeId, { type: word, id }, place);
    if (this.#lifecycle.size > 0) this.#properties.lifecycle = this.#lifecycle;
    const span = this.#reader.span({ start: place.start, end: place.start + 1 });
    const unique = { id: uniqueItemsTrait.id, value: {}, implied: true, span };
    return {
      type,
      id,
      version,
      span,
      writtenType: word,
      traits: [...this.#traitsOf(id), ...(word === "set" ? [unique] : [])],
      mixins: this.#mixins,
      members: this.#members.map((member) => ({
        ...member,
        traits: this.#traitsOf(`${id}$${member.name}`),
      })),
      properties: this.#properties,
    };
  }

  /** Reads a property that only some types have. */
  #readProperty({ text: name }: AstKey): void {
    const { id, version } = this.#shape;
    const cursor = this.#cursor;
    const reader = this.#reader;
    switch (name) {
      case "member":
      case "key":
      case "value":
        return this.#readMember(name);
      case "members":
        return this.#readMembers();
      case "version":
        this.#properties.version = reader.string(cursor, "`version`");
        return;
      case "operations":
      case "resources":
      case "errors":
      case "collectionOperations":
        this.#properties[name] = reader.references(cursor, id).map((one) => one.id);
        return;
      case "rename":
        this.#properties.rename = this.#readRename();
        return;
      case "identifiers":
        this.#properties.identifiers = reader.referenceMap(cursor, id);
        return;
      case "properties":
        if (version === "1.0" && cursor.kind === "object")
          reader.report(loadMessages.propertiesInVersion1, { version }, cursor.range);
        this.#properties.properties = reader.referenceMap(cursor, id);
        return;
    }
    if (cursor.kind !== "object") {
      const args = { name, expected: "an object", found: cursor.kind };
      reader.stop(loadMessages.expectedProperty, args, cursor.range);
    }
    const target = reader.reference(cursor, id).id;
    if (name === "input" || name === "output") this.#properties[name] = target;
    else this.#lifecycle.set(name as Lifecycle, target);
  }

  #readRename(): ReadonlyMap<ShapeId, string> {
    const cursor = this.#cursor;
    const renames = new Map<ShapeId, string>();
    this.#reader.enterObject(cursor, "`rename` to be an object, but found");
    for (let key = cursor.nextKey(); key; key = cursor.nextKey())
      renames.set(this.#reader.id(key.text, key), this.#reader.string(cursor, "rename value"));
    return renames;
  }

  #readMembers(): void {
    const cursor = this.#cursor;
    this.#reader.enterObject(cursor, "`members` to be an object, but found");
    for (let key = cursor.nextKey(); key; key = cursor.nextKey()) {
      if (!isIdentifier(key.text))
        this.#reader.stop(loadMessages.invalidMemberName, { name: key.text }, key);
      this.#readMember(key.text);
    }
  }

  #readMember(name: string): void {
    const id = `${this.#shape.id}$${name}`;
    const { target, span } = this.#reader.member(this.#cursor, id, () => this.#readTraits(id));
    this.#members.push({ name, target, traits: [], span });
  }

  #readTraits(target: ShapeId): void {
    const cursor = this.#cursor;
    this.#reader.enterObject(cursor, "`traits` to be an object, but found");
    for (let key = cursor.nextKey(); key; key = cursor.nextKey()) {
      const id = this.#reader.id(key.text, key);
      const value = cursor.read();
      const span = this.#reader.span(value);
      const found = this.#traitsOf(target);
      this.#shape.traits.set(target, found);
      found.push({ id, value: evaluateAst(value), span, syntax: value });
    }
  }

  #traitsOf(target: ShapeId): TraitDefinition[] {
    return this.#shape.traits.get(target) ?? [];
  }
}
