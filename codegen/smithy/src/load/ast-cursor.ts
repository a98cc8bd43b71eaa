import type { JsonLexer } from "../syntax/json-lexer.js";
import type { NodeRange, ObjectNode, StringNode, ValueNode } from "../syntax/nodes.js";
import { readJsonValue, readObject } from "../syntax/parse-json.js";
import { describeValue } from "../syntax/parse-values.js";
import { keyText } from "./evaluate-value.js";

/** A key of an object and its place. */
export interface AstKey extends NodeRange {
  readonly text: string;
}

/**
 * A place in a JSON AST that moves forward from value to value. A syntax error is thrown only when
 * the cursor reaches it, so that everything before it counts.
 */
export interface AstCursor {
  /** The kind of the value at the cursor, as messages name it. */
  readonly kind: string;
  /** The place of the value at the cursor. */
  readonly range: NodeRange;
  /** The value at the cursor if it is a string. */
  readonly string: string | undefined;
  /**
   * The place at which the reference reports that the value is not a string: after its first token.
   */
  readonly notString: NodeRange;
  /** The number of objects and lists that were entered. */
  readonly depth: number;
  /** Enters the object or the list at the cursor. */
  enter(): void;
  /** Moves to the value of the next key; leaves the object if it has no more. */
  nextKey(): AstKey | undefined;
  /** Moves to the next item; leaves the list and returns false if it has no more. */
  nextItem(): boolean;
  /** Reads the value at the cursor. */
  read(): ValueNode;
  /** Reads the object that was entered. `first` is its first key. */
  readEntered(object: NodeRange, first: AstKey): ObjectNode;
  skip(): void;
  /** Leaves objects and lists until only `depth` of them are entered. */
  leaveTo(depth: number): void;
}

/** A cursor in the text of a file. */
export class TextCursor implements AstCursor {
  readonly #lexer: JsonLexer;
  #entered = 0;

  /** @param lexer - positioned at the first value of the file */
  constructor(lexer: JsonLexer) {
    this.#lexer = lexer;
  }

  get kind(): string {
    const { token = "null" } = this.#lexer;
    return token === "{" ? "object" : token === "[" ? "array" : token;
  }

  get range(): NodeRange {
    const { start, end } = this.#lexer;
    return { start, end };
  }

  get string(): string | undefined {
    return this.#lexer.token === "string" ? this.#lexer.string : undefined;
  }

  get notString(): NodeRange {
    const { end } = this.#lexer;
    return { start: end, end };
  }

  get depth(): number {
    return this.#entered;
  }

  enter(): void {
    this.#entered++;
  }

  nextKey(): AstKey | undefined {
    if (this.#lexer.next() === "}") {
      this.#entered--;
      return undefined;
    }
    const { string: text, start, end } = this.#lexer;
    this.#lexer.next();
    return { text, start, end };
  }

  nextItem(): boolean {
    if (this.#lexer.next() !== "]") return true;
    this.#entered--;
    return false;
  }

  read(): ValueNode {
    return readJsonValue(this.#lexer);
  }

  readEntered({ start }: NodeRange, first: AstKey): ObjectNode {
    const { text: name, ...place } = first;
    const key: StringNode = { kind: "string", value: name, textBlock: false, ...place };
    const value = this.read();
    const end = this.#lexer.end;
    const entry = { kind: "objectEntry", key, value, start: first.start, end } as const;
    const object = readObject(this.#lexer, start, [entry]);
    this.#entered--;
    return object;
  }

  skip(): void {
    const { token, depth } = this.#lexer;
    if (token === "{" || token === "[") this.#moveTo(depth - 1);
  }

  leaveTo(depth: number): void {
    this.#moveTo(this.#lexer.depth - (this.#entered - depth));
    this.#entered = depth;
  }

  #moveTo(depth: number): void {
    while (this.#lexer.depth > depth) this.#lexer.next();
  }
}

/** A cursor in a value that is already read. */
export class NodeCursor implements AstCursor {
  #node: ValueNode;
  readonly #entered: Iterator<readonly [AstKey | undefined, ValueNode]>[] = [];
  readonly #nodes: ValueNode[] = [];

  constructor(root: ValueNode) {
    this.#node = root;
  }

  get kind(): string {
    return describeValue(this.#node);
  }

  get range(): NodeRange {
    return this.#node;
  }

  get string(): string | undefined {
    return this.#node.kind === "string" ? this.#node.value : undefined;
  }

  get notString(): NodeRange {
    return this.#node;
  }

  get depth(): number {
    return this.#entered.length;
  }

  enter(): void {
    const node = this.#node;
    this.#nodes.push(node);
    this.#entered.push(partsOf(node));
  }

  nextKey(): AstKey | undefined {
    return this.#next()?.[0];
  }

  nextItem(): boolean {
    return this.#next() !== undefined;
  }

  #next(): readonly [AstKey | undefined, ValueNode] | undefined {
    const next = this.#entered.at(-1)?.next();
    if (next === undefined || next.done === true) {
      this.leaveTo(this.depth - 1);
      return undefined;
    }
    [, this.#node] = next.value;
    return next.value;
  }

  read(): ValueNode {
    return this.#node;
  }

  readEntered(): ObjectNode {
    const node = this.#nodes.at(-1);
    if (node?.kind !== "object") throw new RangeError("No object is entered.");
    this.leaveTo(this.depth - 1);
    return node;
  }

  skip(): void {
    // The next key or item follows in any case.
  }

  leaveTo(depth: number): void {
    this.#entered.length = depth;
    this.#nodes.length = depth;
  }
}

function* partsOf(node: ValueNode): Generator<readonly [AstKey | undefined, ValueNode]> {
  if (node.kind === "array") for (const item of node.items) yield [undefined, item];
  if (node.kind !== "object") return;
  for (const { key, value } of node.entries)
    yield [{ text: keyText(key), start: key.start, end: key.end }, value];
}
