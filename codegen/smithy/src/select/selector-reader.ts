import { SelectorSyntaxError } from "./selector-syntax.js";

const identifier = /[A-Za-z_][A-Za-z0-9_]*/y;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** A namespace, a root shape id or a plain word; anything else has to be quoted. */
const word = /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*(?:#[A-Za-z_][A-Za-z0-9_]*)?/y;
const whitespace = /[ \t\r\n]*/y;

/** Reads the tokens of a selector one after the other, skipping whitespace between them. */
export class SelectorReader {
  readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  get offset(): number {
    return this.position;
  }

  /** The next character after whitespace; empty at the end. */
  peek(): string {
    this.match(whitespace);
    return this.text.charAt(this.position);
  }

  /** Reads `token` if it is next, and returns whether it was. */
  skip(token: string): boolean {
    this.match(whitespace);
    if (!this.text.startsWith(token, this.position)) return false;
    this.position += token.length;
    return true;
  }

  expect(token: string): void {
    if (this.skip(token)) return;
    throw this.error(`Expected: '${token}', but found '${this.found()}'`);
  }

  readIdentifier(): string {
    this.match(whitespace);
    const name = this.match(identifier);
    if (name === undefined) throw this.noIdentifier();
    return name;
  }

  /** Reads a quoted text, a number, a namespace, a root shape id or a word. */
  readValue(): string {
    const quote = this.peek();
    if (quote === "'" || quote === '"') return this.readQuoted(quote);
    const value = this.match(number) ?? this.match(word);
    if (value === undefined) throw this.noIdentifier();
    return value;
  }

  error(reason: string, offset = this.position): SelectorSyntaxError {
    return new SelectorSyntaxError(this.text, offset, reason, this.position);
  }

  /** Creates the error for text in which none of the expected tokens is next. */
  expected(...tokens: readonly string[]): SelectorSyntaxError {
    const listed = tokens.map((token) => `'${token}'`).join(" ");
    return this.error(
      `Found '${this.found()}', but expected one of the following tokens: ${listed}`,
    );
  }

  private noIdentifier(): SelectorSyntaxError {
    return this.error(`Expected a valid identifier character, but found '${this.found()}'`);
  }

  private readQuoted(quote: string): string {
    const start = this.position + 1;
    const end = this.text.indexOf(quote, start);
    if (end < 0) {
      this.position = this.text.length;
      throw this.error(`Expected ${quote} to close ${this.text.slice(start)}`);
    }
    this.position = end + 1;
    return this.text.slice(start, end);
  }

  private found(): string {
    return this.text.charAt(this.position) || "[EOF]";
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text)?.[0];
    if (match !== undefined) this.position += match.length;
    return match;
  }
}
