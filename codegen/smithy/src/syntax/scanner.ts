import { isDigit, isIdentifierPart, isIdentifierStart } from "./characters.js";
import { readQuotedString, readTextBlock } from "./string-literal.js";
import { TokenKind } from "./tokens.js";
import type { LexicalError, Tokens } from "./tokens.js";
import { firstIndexWhere } from "../source/binary-search.js";

/** Splits a text into tokens. Never fails: invalid text becomes an error token. */
export function scan(text: string): Tokens {
  const scanner = new Scanner(text);
  scanner.scanAll();
  return scanner.tokens();
}

const singleCharacterTokens = new Map<number, TokenKind>([
  [0x2c, TokenKind.Comma],
  [0x40, TokenKind.At],
  [0x2e, TokenKind.Dot],
  [0x23, TokenKind.Pound],
  [0x24, TokenKind.Dollar],
  [0x7b, TokenKind.LeftBrace],
  [0x7d, TokenKind.RightBrace],
  [0x5b, TokenKind.LeftBracket],
  [0x5d, TokenKind.RightBracket],
  [0x28, TokenKind.LeftParen],
  [0x29, TokenKind.RightParen],
  [0x3d, TokenKind.Equal],
]);

class Scanner {
  readonly #text: string;
  readonly #kinds: TokenKind[] = [];
  /** The start of each token; a token ends where the next one starts. */
  readonly #starts: number[] = [];
  readonly #errors = new Map<number, LexicalError>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scanAll(): void {
    while (this.#at < this.#text.length) {
      const start = this.#at;
      const kind = this.#scanToken(this.#text.charCodeAt(start));
      this.#kinds.push(kind);
      this.#starts.push(start);
    }
    this.#kinds.push(TokenKind.EndOfFile);
    this.#starts.push(this.#text.length);
  }

  tokens(): Tokens {
    const kinds = this.#kinds;
    const starts = this.#starts;
    const errors = this.#errors;
    const length = this.#text.length;
    return {
      count: kinds.length,
      kindAt: (index) => kinds[index] ?? TokenKind.EndOfFile,
      startOf: (index) => starts[index] ?? length,
      endOf: (index) => starts[index + 1] ?? length,
      errorAt: (index) => errors.get(index),
      indexAt: (offset) => Math.max(0, firstIndexWhere(starts, (start) => start > offset) - 1),
    };
  }

  /** Scans one token and moves to its end. */
  #scanToken(code: number): TokenKind {
    if (isIdentifierStart(code)) return this.#scanIdentifier();
    if (isDigit(code) || code === 0x2d) return this.#scanNumber();
    switch (code) {
      case 0x20:
      case 0x09:
        this.#skipWhile((next) => next === 0x20 || next === 0x09);
        return TokenKind.Space;
      case 0x0a:
        this.#at++;
        return TokenKind.NewLine;
      case 0x0d:
        this.#at += this.#text.charCodeAt(this.#at + 1) === 0x0a ? 2 : 1;
        return TokenKind.NewLine;
      case 0x22:
        return this.#scanString();
      case 0x2f:
        return this.#scanComment();
      case 0x3a:
        if (this.#text.charCodeAt(this.#at + 1) === 0x3d) {
          this.#at += 2;
          return TokenKind.Walrus;
        }
        this.#at++;
        return TokenKind.Colon;
    }
    this.#at++;
    return singleCharacterTokens.get(code) ?? this.#unexpectedCharacter(this.#at - 1);
  }

  #scanIdentifier(): TokenKind {
    const start = this.#at;
    while (this.#text.charCodeAt(this.#at) === 0x5f) this.#at++;
    // Underscores alone are not an identifier: a letter has to follow.
    const underscores = this.#at > start;
    const next = this.#text.charCodeAt(this.#at);
    if (underscores && !isIdentifierPart(next)) {
      const found = this.#at < this.#text.length ? (this.#text[this.#at] ?? "") : "[EOF]";
      const problem = `Expected a valid identifier character, but found '${found}'`;
      return this.#error(`Syntax error at ${this.#place(this.#at)}: ${problem}`, start);
    }
    this.#skipWhile(isIdentifierPart);
    return TokenKind.Identifier;
  }

  #scanNumber(): TokenKind {
    const start = this.#at;
    const lexeme = () => this.#text.slice(start, this.#at);
    if (this.#text.charCodeAt(this.#at) === 0x2d) {
      this.#at++;
      if (!isDigit(this.#text.charCodeAt(this.#at))) {
        return this.#error(`Invalid number '${lexeme()}': '-' must be followed by a digit`, start);
      }
    }
    // A number has no leading zeros: `01` is two numbers.
    if (this.#text.charCodeAt(this.#at) === 0x30) this.#at++;
    else this.#skipWhile(isDigit);
    if (this.#text.charCodeAt(this.#at) === 0x2e) {
      this.#at++;
      if (!isDigit(this.#text.charCodeAt(this.#at))) {
        return this.#error(`Invalid number '${lexeme()}': '.' must be followed by a digit`, start);
      }
      this.#skipWhile(isDigit);
    }
    const exponent = this.#text[this.#at];
    if (exponent === "e" || exponent === "E") {
      this.#at++;
      const sign = this.#text[this.#at];
      if (sign === "+" || sign === "-") this.#at++;
      if (!isDigit(this.#text.charCodeAt(this.#at))) {
        const message = "'e', '+', and '-' must be followed by a digit";
        return this.#error(`Invalid number '${lexeme()}': ${message}`, start);
      }
      this.#skipWhile(isDigit);
    }
    return TokenKind.Number;
  }

  #scanComment(): TokenKind {
    const start = this.#at;
    if (this.#text[start + 1] !== "/") {
      this.#at++;
      const found = start + 1 < this.#text.length ? (this.#text[start + 1] ?? "") : "[EOF]";
      return this.#error(
        `Expected a '/' to follow '/' to form a comment, but found '${found}'`,
        start,
      );
    }
    const lineEnd = this.#text.indexOf("\n", start);
    this.#at = lineEnd === -1 ? this.#text.length : lineEnd + 1;
    return this.#text[start + 2] === "/" ? TokenKind.DocComment : TokenKind.Comment;
  }

  #scanString(): TokenKind {
    const start = this.#at;
    if (this.#text.startsWith('"""', start)) return this.#scanTextBlock();
    const end = this.#findQuote('"', start + 1);
    if (end === -1) return this.#unclosed("quoted string", start);
    this.#at = end + 1;
    const literal = readQuotedString(this.#text.slice(start + 1, end));
    if ("value" in literal) return TokenKind.String;
    return this.#error(`Error parsing quoted string: ${literal.problem}`, start);
  }

  #scanTextBlock(): TokenKind {
    const start = this.#at;
    const end = this.#findQuote('"""', start + 3);
    if (end === -1) return this.#unclosed("text block", start);
    this.#at = end + 3;
    const literal = readTextBlock(this.#text.slice(start + 3, end));
    if ("value" in literal) return TokenKind.TextBlock;
    return this.#error(`Error parsing text block: ${literal.problem}`, start);
  }

  /** Returns the offset of the closing quotes, or -1. */
  #findQuote(quotes: string, from: number): number {
    for (let at = from; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x5c) at++;
      else if (code === 0x22 && this.#text.startsWith(quotes, at)) return at;
    }
    return -1;
  }

  /** Reports unterminated text at its opening quotes, with the place where it ends. */
  #unclosed(what: string, start: number): TokenKind {
    this.#at = this.#text.length;
    const problem = `Syntax error at ${this.#place(this.#at)}: Expected: '"', but found '[EOF]'`;
    return this.#error(`Error parsing ${what}: ${problem}`, start);
  }

  /** Describes the line and column of an offset. */
  #place(offset: number): string {
    const lines = this.#text.slice(0, offset).split(/\r\n|[\r\n]/);
    return `line ${lines.length}, column ${(lines.at(-1) ?? "").length + 1}`;
  }

  #unexpectedCharacter(start: number): TokenKind {
    // A character outside the basic plane takes two code units, which have to stay together.
    const character = String.fromCodePoint(this.#text.codePointAt(start) ?? 0);
    this.#at = start + character.length;
    return this.#error(`Unexpected character: '${character}'`, start);
  }

  #error(message: string, offset: number): TokenKind {
    this.#errors.set(this.#kinds.length, { message, offset });
    return TokenKind.Error;
  }

  #skipWhile(matches: (code: number) => boolean): void {
    while (this.#at < this.#text.length && matches(this.#text.charCodeAt(this.#at))) this.#at++;
  }
}
