import { compareText } from "../diagnostics/compare.js";
import type { Message } from "../diagnostics/define-message.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ShapeId } from "../model/model.js";
import type { SourceFile, Span } from "../source/source-file.js";
import type { NodeRange, ObjectNode, ValueNode } from "../syntax/nodes.js";
import { describeValue } from "../syntax/parse-values.js";
import { isAbsoluteId } from "../model/shape-id.js";
import type { Reference, TraitDefinition } from "./definitions.js";
import { evaluateAst, keyText } from "./evaluate-value.js";
import { loadMessages } from "./load-messages.js";

/** An entry of an object and its key. */
export interface AstEntry {
  readonly text: string;
  readonly key: NodeRange;
  readonly value: ValueNode;
}

/**
 * Reads parts of a JSON AST, and reports values of the wrong kind. Values that are absent or of the
 * wrong kind are read as `undefined` or empty, so that the rest can be read.
 */
export class AstReader {
  readonly #file: SourceFile;
  readonly #diagnostics: Diagnostic[];

  readonly #isBroken: (node: ValueNode) => boolean;

  constructor(file: SourceFile, diagnostics: Diagnostic[], isBroken: (node: ValueNode) => boolean) {
    this.#file = file;
    this.#diagnostics = diagnostics;
    this.#isBroken = isBroken;
  }

  object(node: ValueNode, shapeId?: ShapeId): ObjectNode | undefined {
    if (node.kind === "object") return node;
    if (this.#isBroken(node)) return undefined;
    this.report(
      loadMessages.expectedNode,
      { expected: "object", found: describeValue(node) },
      node,
      shapeId,
    );
    return undefined;
  }

  has(object: ObjectNode, name: string): boolean {
    return this.#property(object, name) !== undefined;
  }

  objectProperty(object: ObjectNode, name: string, shapeId?: ShapeId): ObjectNode | undefined {
    const value = this.#property(object, name);
    if (value === undefined || value.kind === "object") return value;
    this.#wrongKind(value, name, "an object", shapeId);
    return undefined;
  }

  /** The entries of an object-valued property; empty if it is absent. */
  objectEntries(object: ObjectNode, name: string, shapeId?: ShapeId): readonly AstEntry[] {
    const value = this.objectProperty(object, name, shapeId);
    return value
      ? value.entries.map(({ key, value: node }) => ({ text: keyText(key), key, value: node }))
      : [];
  }

  string(object: ObjectNode, name: string, shapeId?: ShapeId): string | undefined {
    const value = this.#property(object, name);
    if (value === undefined) return undefined;
    if (value.kind === "string") return value.value;
    this.#wrongKind(value, name, "a string", shapeId);
    return undefined;
  }

  /** Reads a required string. */
  requiredString(
    object: ObjectNode,
    name: string,
    place: NodeRange,
    shapeId?: ShapeId,
  ): string | undefined {
    const value = this.#property(object, name);
    if (value?.kind === "string") return value.value;
    if (this.#isBroken(object)) return undefined;
    if (value === undefined) {
      this.report(loadMessages.missingProperty, { name }, place, shapeId);
    } else {
      const args = { name, expected: "a string", found: describeValue(value) };
      this.report(loadMessages.expectedRequiredProperty, args, value, shapeId);
    }
    return undefined;
  }

  /** `name: { "target": id }` */
  reference(object: ObjectNode, name: string, shapeId: ShapeId): ShapeId | undefined {
    const value = this.objectProperty(object, name, shapeId);
    return value && this.target(value, shapeId)?.id;
  }

  /** The id in `{ "target": id }`. */
  target(node: ObjectNode, shapeId: ShapeId): Reference | undefined {
    const id = this.requiredString(node, "target", node, shapeId);
    if (id === undefined || !this.isId(id, node, shapeId)) return undefined;
    return { id, span: this.span(node) };
  }

  /** `name: [{ "target": id }]`, or empty if it is absent. */
  references(object: ObjectNode, name: string, shapeId: ShapeId): readonly Reference[] | undefined {
    const value = this.#property(object, name);
    if (value === undefined) return undefined;
    if (value.kind !== "array") {
      this.#wrongKind(value, name, "an array", shapeId);
      return undefined;
    }
    return value.items.flatMap((item) => {
      const node = this.object(item, shapeId);
      return (node && this.target(node, shapeId)) ?? [];
    });
  }

  /** `name: { key: { "target": id } }`, or empty if it is absent. */
  referenceMap(
    object: ObjectNode,
    name: string,
    shapeId: ShapeId,
  ): ReadonlyMap<string, ShapeId> | undefined {
    if (!this.has(object, name)) return undefined;
    const pairs = this.objectEntries(object, name, shapeId).flatMap(({ text, value }) => {
      const node = this.object(value, shapeId);
      const target = node && this.target(node, shapeId);
      return target ? [[text, target.id] as const] : [];
    });
    return new Map(pairs);
  }

  traits(object: ObjectNode, shapeId: ShapeId): readonly TraitDefinition[] {
    return this.objectEntries(object, "traits", shapeId)
      .filter(({ value }) => !this.#isBroken(value))
      .filter(({ text, key }) => this.isId(text, key, shapeId))
      .map(({ text, value }) => ({
        id: text,
        value: evaluateAst(value),
        span: this.span(value),
        syntax: value,
      }));
  }

  /** Returns whether a text is an absolute shape id, and reports it if not. */
  isId(id: string, node: NodeRange, shapeId?: ShapeId): boolean {
    if (isAbsoluteId(id)) return true;
    this.report(loadMessages.invalidShapeId, { id }, node, shapeId);
    return false;
  }

  /** Warns about unknown properties. `expected` is sorted. */
  expectProperties(object: ObjectNode, expected: readonly string[], shapeId?: ShapeId): void {
    const found = object.entries.map(({ key }) => keyText(key));
    const additional = found.filter((key) => !expected.includes(key)).sort(compareText);
    if (additional.length === 0 || this.#isBroken(object)) return;
    this.report(loadMessages.additionalProperties, { expected, additional }, object, shapeId);
  }

  span({ start, end }: NodeRange): Span {
    return { file: this.#file, start, end };
  }

  report<Arguments>(
    message: Message<Arguments>,
    args: Arguments,
    node: NodeRange,
    shapeId?: ShapeId,
  ): void {
    this.#diagnostics.push(message(args, { span: this.span(node), shapeId }));
  }

  #property(object: ObjectNode, name: string): ValueNode | undefined {
    return object.entries.find(({ key }) => keyText(key) === name)?.value;
  }

  #wrongKind(value: ValueNode, name: string, expected: string, shapeId?: ShapeId): void {
    if (this.#isBroken(value)) return;
    const args = { name, expected, found: describeValue(value) };
    this.report(loadMessages.expectedProperty, args, value, shapeId);
  }
}
