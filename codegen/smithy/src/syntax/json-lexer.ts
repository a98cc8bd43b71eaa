import { isDigit } from "./characters.js";

/** A kind of JSON token. `key` is a string that names an entry of an object. */
export type JsonToken =
  | "{"
  | "}"
  | "["
  | "]"
  | "key"
  | "string"
  | "number"
  | "boolean"
  | "null"
  | "end";

/** The error of a text that is not JSON. */
export class JsonSyntaxError extends Error {
  readonly offset: number;

  constructor(problem: string, offset: number) {
    super(problem);
    this.name = "JsonSyntaxError";
    this.offset = offset;
  }
}

/** The deepest nesting of JSON, as in the reference implementation. */
const maximumDepth = 1000;
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

/**
 * Splits JSON into tokens, one after the other. After an error, reading can continue at the current
 * position: the rest may be readable, or have another error. The messages are those of the
 * reference implementation.
 */
export class JsonLexer {
  readonly #text: string;
  readonly #contexts: ("{" | "[")[] = [];
  #at = 0;
  #token: JsonToken | undefined;
  #start = 0;
  #string = "";
  #keyword: boolean | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** The last token; `undefined` before the first. */
  get token(): JsonToken | undefined {
    return this.#token;
  }

  /** The offset at which the last token starts. */
  get start(): number {
    return this.#start;
  }

  /** The offset at which the last token ends. */
  get end(): number {
    return this.#at;
  }

  /** The value of the last key or string, or the digits of the last number. */
  get string(): string {
    return this.#string;
  }

  /** The value of the last `true`, `false` or `null`. */
  get keyword(): boolean | null {
    return this.#keyword;
  }

  /** The number of objects and lists around the place after the last token. */
  get depth(): number {
    return this.#contexts.length;
  }

  /** Reads the next token. */
  next(): JsonToken {
    this.#skipBlanks();
    const context = this.#contexts.at(-1);
    if (context === undefined) {
      const isEnd = this.#at >= this.#text.length;
      if (this.#token === undefined) return isEnd ? this.#expected("value") : this.#value();
      if (!isEnd) throw new JsonSyntaxError("Unexpected character", this.#at);
      return (this.#token = "end");
    }
    return context === "[" ? this.#nextInArray() : this.#nextInObject();
  }

  #nextInArray(): JsonToken {
    if (this.#take("]")) return this.#close("]");
    if (this.#token !== "[") {
      if (!this.#take(",")) return this.#expected("',' or ']'");
      this.#skipBlanks();
    }
    return this.#value();
  }

  #nextInObject(): JsonToken {
    if (this.#token === "key") {
      if (!this.#take(":")) return this.#expected("':'");
      this.#skipBlanks();
      return this.#value();
    }
    if (this.#take("}")) return this.#close("}");
    if (this.#token !== "{") {
      if (!this.#take(",")) return this.#expected("',' or '}'");
      this.#skipBlanks();
    }
    this.#start = this.#at;
    if (this.#text.charCodeAt(this.#at) !== quote) return this.#expected("name");
    this.#readString();
    return (this.#token = "key");
  }

  #close(token: "}" | "]"): JsonToken {
    this.#contexts.pop();
    return (this.#token = token);
  }

  #value(): JsonToken {
    this.#start = this.#at;
    const character = this.#text[this.#at] ?? "";
    switch (character) {
      case '"':
        this.#readString();
        return (this.#token = "string");
      case "{":
      case "[":
        if (this.#contexts.length + 1 >= maximumDepth)
          throw new JsonSyntaxError("Nesting too deep", this.#at);
        this.#contexts.push(character);
        this.#at++;
        return (this.#token = character);
      case "t":
        return this.#readKeyword("true", true);
      case "f":
        return this.#readKeyword("false", false);
      case "n":
        return this.#readKeyword("null", null);
    }
    if (character !== "-" && !isDigit(this.#text.charCodeAt(this.#at)))
      return this.#expected("value");
    this.#readNumber();
    return (this.#token = "number");
  }

  #readKeyword(word: string, value: boolean | null): JsonToken {
    for (const character of word) if (!this.#take(character)) this.#expected(`'${character}'`);
    this.#keyword = value;
    return (this.#token = value === null ? "null" : "boolean");
  }

  #readString(): void {
    let value = "";
    let from = ++this.#at;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      // Negated, because the code at the end of the text is NaN, for which every comparison is
      // false.
      if (!(code >= 0x20)) this.#expected("valid string character");
      if (code !== quote && code !== backslash) this.#at++;
      else {
        value += this.#text.slice(from, this.#at++);
        if (code === quote) break;
        value += this.#readEscape();
        from = this.#at;
      }
    }
    this.#string = value;
  }

  #readEscape(): string {
    const escape = this.#text[this.#at] ?? "";
    const simple = escapes[escape];
    if (simple !== undefined) {
      this.#at++;
      return simple;
    }
    if (escape !== "u") this.#expected("valid escape sequence");
    const start = ++this.#at;
    for (; this.#at < start + 4; this.#at++)
      if (!/[0-9a-fA-F]/.test(this.#text[this.#at] ?? "")) this.#expected("hexadecimal digit");
    return String.fromCharCode(Number.parseInt(this.#text.slice(start, this.#at), 16));
  }

  #readNumber(): void {
    this.#take("-");
    if (!this.#take("0")) this.#readDigits();
    if (this.#take(".")) this.#readDigits();
    if (this.#take("e") || this.#take("E")) {
      if (!this.#take("+")) this.#take("-");
      this.#readDigits();
    }
    this.#string = this.#text.slice(this.#start, this.#at);
  }

  #readDigits(): void {
    if (!isDigit(this.#text.charCodeAt(this.#at))) this.#expected("digit");
    while (isDigit(this.#text.charCodeAt(this.#at))) this.#at++;
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
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

  #expected(what: string): never {
    const isEnd = this.#at >= this.#text.length;
    throw new JsonSyntaxError(isEnd ? "Unexpected end of input" : `Expected ${what}`, this.#at);
  }
}
