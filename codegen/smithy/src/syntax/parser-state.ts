import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Message } from "../diagnostics/define-message.js";
import type { SourceFile, Span } from "../source/source-file.js";
import type { DocumentationNode, IdentifierNode, NodeRange } from "./nodes.js";
import { habitHint } from "./habits.js";
import { syntaxMessages } from "./syntax-messages.js";
import { describeToken, isWhitespace, TokenKind } from "./tokens.js";
import type { Tokens } from "./tokens.js";

/** The maximum depth of nested arrays and objects; deeper nesting is an error. */
export const maximumDepth = 64;

/**
 * The content of a documentation comment: its text without the slashes, one space and the line
 * break.
 */
export function documentationLine(comment: string): string {
  const line = comment.replace(/\r?\n$/, "");
  return line.startsWith("/// ") ? line.slice(4) : line.slice(3);
}

/**
 * A cursor over the tokens of a file. It also implements the error recovery of the reference: a
 * statement ends at its first error, and the next one begins at the first token in column 1 that
 * could start a statement. After an error the parser is `recovering`: nothing is reported, no token
 * is consumed, and the parsing functions return without effect until the list of statements
 * continues.
 */
export class ParserState {
  readonly file: SourceFile;
  readonly tokens: Tokens;
  readonly diagnostics: Diagnostic[] = [];
  /** The version of the language that the file declares; 1.0 if it declares none. */
  version = "1.0";
  readonly #anyVersion: boolean;
  recovering = false;
  /** The shape being parsed, for messages about it. */
  shapeId: string | undefined;
  /** The documentation comments up to the current token that do not yet document anything. */
  #documentation: NodeRange[] = [];
  #index = -1;
  #depth = 0;
  /** The end of the last token other than whitespace, which is the end of a node that ends here. */
  #significantEnd = 0;

  constructor(file: SourceFile, tokens: Tokens, anyVersion: boolean) {
    this.#anyVersion = anyVersion;
    this.file = file;
    this.tokens = tokens;
    this.#advance();
  }

  get index(): number {
    return this.#index;
  }

  get kind(): TokenKind {
    return this.tokens.kindAt(this.#index);
  }

  get start(): number {
    return this.tokens.startOf(this.#index);
  }

  get end(): number {
    return this.tokens.endOf(this.#index);
  }

  get lexeme(): string {
    return this.file.text.slice(this.start, this.end);
  }

  /** The current token, as messages name it. */
  get found(): string {
    return describeToken(this.kind, this.lexeme);
  }

  get isVersion2(): boolean {
    return this.#anyVersion || this.version.startsWith("2");
  }

  get atEnd(): boolean {
    return this.kind === TokenKind.EndOfFile;
  }

  at(kind: TokenKind): boolean {
    return !this.recovering && this.kind === kind;
  }

  atWord(word: string): boolean {
    return this.at(TokenKind.Identifier) && this.lexeme === word;
  }

  /** Consumes the current token of any kind. */
  next(): void {
    if (!isWhitespace(this.kind)) this.#significantEnd = this.end;
    if (!this.atEnd) this.#advance();
  }

  #advance(): void {
    this.#index++;
    if (this.kind === TokenKind.DocComment) this.#documentation.push(this.range);
  }

  /** Consumes a token of this kind if it is next. */
  accept(kind: TokenKind): boolean {
    if (!this.at(kind)) return false;
    this.next();
    return true;
  }

  /** Consumes a token of this kind, or reports that it is missing. */
  expect(kind: TokenKind): boolean {
    return this.accept(kind) || this.fail([kind]);
  }

  /**
   * Reports that none of the expected kinds is next and starts recovering. Always returns false.
   */
  fail(expected: readonly TokenKind[]): false {
    const names = expected.map((kind) => describeToken(kind));
    return this.failWith(syntaxMessages.expected, { expected: names, found: this.found });
  }

  /**
   * Reports at the current token and starts recovering. An error of the scanner at that token takes
   * precedence.
   */
  failWith<Arguments>(message: Message<Arguments>, args: Arguments, hint?: string): false {
    const lexical = this.tokens.errorAt(this.#index);
    if (!lexical) return this.failAt(message, args, this.range, { hint });
    const range = { start: lexical.offset, end: Math.max(lexical.offset, this.end) };
    return this.failAt(syntaxMessages.lexical, { problem: lexical.message }, range);
  }

  /** Reports at a range and starts recovering. Always returns false. */
  failAt<Arguments>(
    message: Message<Arguments>,
    args: Arguments,
    { start, end }: NodeRange,
    { hint, shapeId }: { readonly hint?: string | undefined; readonly shapeId?: string } = {},
  ): false {
    if (this.recovering) return false;
    const habit = hint ?? habitHint(this.file.text, start);
    this.diagnostics.push(message(args, { span: this.span(start, end), hint: habit, shapeId }));
    this.recovering = true;
    return false;
  }

  /** The range of the current token. */
  get range(): NodeRange {
    return { start: this.start, end: this.end };
  }

  skipSpaces(): void {
    while (this.at(TokenKind.Space)) this.next();
  }

  /** Skips spaces, line breaks, commas and comments of both kinds. */
  skipWhitespace(): void {
    while (!this.recovering && isWhitespace(this.kind)) this.next();
  }

  /** Skips whitespace up to the next documentation comment. */
  skipToDocumentation(): void {
    while (!this.recovering && isWhitespace(this.kind) && this.kind !== TokenKind.DocComment)
      this.next();
  }

  /** Takes the documentation comments found so far. */
  takeDocumentation(): DocumentationNode | undefined {
    const ranges = this.#documentation;
    const [first] = ranges;
    if (this.recovering || first === undefined) return undefined;
    this.#documentation = [];
    const texts = ranges.map(({ start, end }) => this.file.text.slice(start, end));
    const last = texts.at(-1)?.replace(/\r?\n$/, "") ?? "";
    return {
      kind: "documentation",
      text: texts.map(documentationLine).join("\n"),
      start: first.start,
      end: (ranges.at(-1)?.start ?? first.start) + last.length,
    };
  }

  /**
   * Warns about comments that document nothing. Default: all documentation comments found so far.
   */
  reportStrayDocumentation(stray = this.takeDocumentation(), { start, end } = this.range): void {
    if (!stray) return;
    const span = this.span(start, end);
    const lines = stray.text.split("\n");
    this.diagnostics.push(syntaxMessages.strayDocumentation({ lines }, { span }));
  }

  expectSpaces(): void {
    if (this.expect(TokenKind.Space)) this.skipSpaces();
  }

  expectWhitespace(): void {
    // A documentation comment does not count as a separator.
    if (!isWhitespace(this.kind) || this.kind === TokenKind.DocComment)
      this.failAt(syntaxMessages.expectedWhitespace, { found: this.found }, this.range);
    this.skipWhitespace();
  }

  /** Parses the BR production: the line has to end here. */
  expectLineBreak(): void {
    this.skipSpaces();
    this.reportStrayDocumentation();
    const { kind } = this;
    if (kind === TokenKind.EndOfFile) return;
    if (kind === TokenKind.NewLine || kind === TokenKind.Comment || kind === TokenKind.DocComment) {
      if (!this.recovering) this.next();
      this.skipToDocumentation();
      return;
    }
    this.failAt(syntaxMessages.expectedLineBreak, { found: this.found }, this.range);
  }

  expectIdentifier(): IdentifierNode {
    const start = this.start;
    if (!this.at(TokenKind.Identifier)) {
      this.fail([TokenKind.Identifier]);
      return { kind: "identifier", text: "", missing: true, start, end: start };
    }
    const text = this.lexeme;
    this.next();
    return { kind: "identifier", text, missing: false, start, end: this.#significantEnd };
  }

  /** Runs `parse` one level deeper, or reports that the text is nested too deeply. */
  nested<Result>(parse: () => Result, fallback: () => Result): Result {
    if (this.#depth >= maximumDepth) {
      this.failWith(syntaxMessages.tooDeep, { limit: maximumDepth });
      return fallback();
    }
    this.#depth++;
    const result = parse();
    this.#depth--;
    return result;
  }

  span(start: number, end: number): Span {
    return { file: this.file, start, end };
  }

  /** The range of a node from `start` to the end of the last significant token. */
  rangeFrom(start: number): NodeRange {
    return { start, end: Math.max(start, this.#significantEnd) };
  }

  /**
   * Ends recovery at the next token in column 1 that could start a statement. Always moves forward.
   */
  recover(): void {
    do this.next();
    while (!this.atEnd && !(startsStatement.has(this.kind) && this.#startsLine));
    this.recovering = false;
  }

  /** Ends parsing: the reference reads nothing after some errors. */
  stop(): void {
    while (!this.atEnd) this.next();
    this.recovering = true;
  }

  get #startsLine(): boolean {
    return this.start === 0 || /[\r\n]/.test(this.file.text[this.start - 1] ?? "");
  }
}

const startsStatement: ReadonlySet<TokenKind> = new Set([
  TokenKind.Identifier,
  TokenKind.DocComment,
  TokenKind.At,
  TokenKind.Dollar,
]);
