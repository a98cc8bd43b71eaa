import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../source/source-file.js";
import { isDigit } from "./characters.js";
import type { ObjectEntryNode, StringNode, ValueNode } from "./nodes.js";
import { maximumDepth } from "./parser-state.js";
import { syntaxMessages } from "./syntax-messages.js";

export interface JsonTree {
  /** The part that could be read, up to the first error. */
  readonly root: ValueNode;
  readonly diagnostics: readonly Diagnostic[];
  /** Returns whether a value ends with the error. */
  readonly isBroken: (node: ValueNode) => boolean;
}

/**
 * Parses JSON into the same nodes as IDL values, so that every part of a JSON AST has its place in
 * the text. Unlike the IDL parser, it stops at the first error: JSON is written by programs.
 */
export function parseJson(file: SourceFile): JsonTree {
  const parser = new JsonParser(file);
  const root = parser.parse();
  const isBroken = (node: ValueNode): boolean => parser.broken.has(node);
  return { root, diagnostics: parser.diagnostics, isBroken };
}

const quote = 0x22;
const backslash = 0x5c;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

class JsonParser {
  readonly diagnostics: Diagnostic[] = [];
  readonly broken = new Set<ValueNode>();
  readonly #file: SourceFile;
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #failed = false;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#text = file.text;
  }

  parse(): ValueNode {
    const root = this.#value();
    this.#skipBlanks();
    if (!this.#failed && this.#at < this.#text.length) this.#fail("Unexpected character");
    return root;
  }

  #value(): ValueNode {
    const node = this.#parseValue();
    if (this.#failed) this.broken.add(node);
    return node;
  }

  #parseValue(): ValueNode {
    this.#skipBlanks();
    const start = this.#at;
    const code = this.#text.charCodeAt(start);
    switch (code) {
      case quote:
        return this.#string();
      case 0x7b:
        return this.#nested(() => this.#object());
      case 0x5b:
        return this.#nested(() => this.#array());
      case 0x74:
        return this.#keyword("true", true);
      case 0x66:
        return this.#keyword("false", false);
      case 0x6e:
        return this.#keyword("null", null);
    }
    if (code === 0x2d || isDigit(code)) return this.#number();
    return this.#fail("Expected value");
  }

  #object(): ValueNode {
    const start = this.#at++;
    const entries: ObjectEntryNode[] = [];
    const keys = new Set<string>();
    this.#skipBlanks();
    if (this.#take(0x7d)) return { kind: "object", entries, braces: true, start, end: this.#at };
    do {
      this.#skipBlanks();
      if (this.#text.charCodeAt(this.#at) !== quote) this.#fail("Expected name");
      const key = this.#string();
      this.#skipBlanks();
      if (!this.#take(0x3a)) this.#fail("Expected ':'");
      if (this.#failed) break;
      const value = this.#value();
      if (keys.has(key.value)) this.#duplicate(key);
      keys.add(key.value);
      entries.push({ kind: "objectEntry", key, value, start: key.start, end: this.#at });
      this.#skipBlanks();
    } while (this.#take(0x2c));
    if (!this.#take(0x7d)) this.#fail("Expected ',' or '}'");
    return { kind: "object", entries, braces: true, start, end: this.#at };
  }

  #array(): ValueNode {
    const start = this.#at++;
    const items: ValueNode[] = [];
    this.#skipBlanks();
    if (this.#take(0x5d)) return { kind: "array", items, start, end: this.#at };
    do {
      items.push(this.#value());
      this.#skipBlanks();
    } while (this.#take(0x2c));
    if (!this.#take(0x5d)) this.#fail("Expected ',' or ']'");
    return { kind: "array", items, start, end: this.#at };
  }

  #string(): StringNode {
    const start = this.#at;
    if (this.#failed) return { kind: "string", value: "", textBlock: false, start, end: start };
    const node = (value: string): StringNode => ({
      kind: "string",
      value,
      textBlock: false,
      start,
      end: this.#at,
    });
    let value = "";
    let from = start + 1;
    for (let at = from; ; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === quote) {
        this.#at = at + 1;
        return node(value + this.#text.slice(from, at));
      }
      // Negated, because the code at the end of the text is NaN, for which every comparison is
      // false.
      if (!(code >= 0x20)) {
        this.#at = at;
        this.#fail("Expected valid string character");
        return node(value);
      }
      if (code !== backslash) continue;
      value += this.#text.slice(from, at);
      const escape = this.#text[at + 1] ?? "";
      const simple = escapes[escape];
      const digits = escape === "u" ? this.#text.slice(at + 2, at + 6) : "";
      if (simple !== undefined) value += simple;
      else if (/^[0-9a-fA-F]{4}$/.test(digits)) {
        value += String.fromCharCode(Number.parseInt(digits, 16));
        at += 4;
      } else {
        this.#at = at;
        this.#fail(
          escape === "u" ? "Expected hexadecimal digit" : "Expected valid escape sequence",
        );
        return node(value);
      }
      at++;
      from = at + 1;
    }
  }

  #number(): ValueNode {
    const start = this.#at;
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = start;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return this.#fail("Expected digit");
    this.#at += found.length;
    const value = Number(found);
    const digits = String(value) === found ? {} : { digits: found };
    return { kind: "number", value, ...digits, start, end: this.#at };
  }

  #keyword(word: string, value: boolean | null): ValueNode {
    const start = this.#at;
    if (!this.#text.startsWith(word, start)) return this.#fail("Expected value");
    this.#at += word.length;
    return { kind: "keyword", value, start, end: this.#at };
  }

  #nested(parse: () => ValueNode): ValueNode {
    if (this.#depth >= maximumDepth) {
      return this.#fail(`Nested deeper than ${maximumDepth} levels`);
    }
    this.#depth++;
    const node = parse();
    this.#depth--;
    return node;
  }

  #take(code: number): boolean {
    if (this.#failed || this.#text.charCodeAt(this.#at) !== code) return false;
    this.#at++;
    return true;
  }

  #skipBlanks(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at++;
    }
  }

  #fail(problem: string): ValueNode {
    const start = this.#at;
    const node = { kind: "missingValue", start, end: start } as const;
    if (this.#failed) return node;
    this.#failed = true;
    const span = { file: this.#file, start, end: Math.min(start + 1, this.#text.length) };
    const isEnd = start >= this.#text.length;
    this.diagnostics.push(
      syntaxMessages.invalidJson(
        { problem: isEnd ? "Unexpected end of input" : problem },
        { span },
      ),
    );
    return node;
  }

  #duplicate(key: StringNode): void {
    const span = { file: this.#file, start: key.start, end: key.end };
    this.diagnostics.push(syntaxMessages.duplicateKey({ key: key.value }, { span }));
  }
}
