import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Message } from "../diagnostics/define-message.js";
import type { SourceFile, Span } from "../source/source-file.js";
import type { IdentifierNode, NodeRange } from "./nodes.js";
import { habitHint } from "./habits.js";
import { syntaxMessages } from "./syntax-messages.js";
import { describeToken, isWhitespace, TokenKind } from "./tokens.js";
import type { Tokens } from "./tokens.js";

/** The maximum depth of nested arrays and objects; deeper nesting is an error. */
export const maximumDepth = 250;

/**
 * The content of a documentation comment: its text without slashes, one blank and the line break.
 */
export function documentationLine(comment: string): string {
  const line = comment.replace(/\r?\n$/, "");
  return line.startsWith("/// ") ? line.slice(4) : line.slice(3);
}

/**
 * A cursor over the tokens of a file, and the single policy of error recovery: after an error the
 * parser is `recovering`, and until {@link ParserState.recoverTo} ends that, nothing is reported
 * and no token is taken. The parsing functions then return without effect, up to the list that
 * knows where to continue.
 */
export class ParserState {
  readonly file: SourceFile;
  readonly tokens: Tokens;
  readonly diagnostics: Diagnostic[] = [];
  /** The version of the language that the file declares; 1.0 if it declares none. */
  version = "1.0";
  recovering = false;
  /** The shape being parsed, for messages about it. */
  shapeId: string | undefined;
  /** The lines of documentation comments that do not document a shape. */
  #strayDocumentation: string[] = [];
  #index = 0;
  #depth = 0;
  /** The end of the last token other than whitespace, which is the end of a node that ends here. */
  #significantEnd = 0;

  constructor(file: SourceFile, tokens: Tokens) {
    this.file = file;
    this.tokens = tokens;
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
    return this.version.startsWith("2");
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
    if (!this.atEnd) this.#index++;
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
    if (this.recovering) return false;
    const lexical = this.tokens.errorAt(this.#index);
    if (lexical) {
      const span = this.span(lexical.offset, Math.max(lexical.offset, this.end));
      const habit = habitHint(this.file.text, lexical.offset);
      const problem = { problem: lexical.message };
      this.diagnostics.push(syntaxMessages.lexical(problem, { span, hint: habit }));
    } else {
      const span = this.span(this.start, this.end);
      const habit = hint ?? habitHint(this.file.text, this.start);
      this.diagnostics.push(message(args, { span, hint: habit }));
    }
    this.recovering = true;
    return false;
  }

  /** Reports a problem that does not prevent parsing. */
  report<Arguments>(
    message: Message<Arguments>,
    args: Arguments,
    { start, end }: NodeRange,
    shapeId?: string,
  ): void {
    if (this.recovering) return;
    this.diagnostics.push(message(args, { span: this.span(start, end), shapeId }));
  }

  /** The range of the current token. */
  get range(): NodeRange {
    return { start: this.start, end: this.end };
  }

  skipSpaces(): void {
    while (this.at(TokenKind.Space)) this.next();
  }

  /** Skips blanks, line breaks, commas and comments of both kinds. */
  skipWhitespace(): void {
    while (!this.recovering && isWhitespace(this.kind)) {
      this.#takeStrayDocumentation();
      this.next();
    }
  }

  /**
   * Records documentation lines that document nothing, to be reported at the end of the statement.
   */
  stray(lines: readonly string[]): void {
    this.#strayDocumentation.push(...lines);
  }

  #takeStrayDocumentation(): void {
    if (this.kind === TokenKind.DocComment) this.stray([documentationLine(this.lexeme)]);
  }

  /** Discards the stray documentation found so far. */
  dropStrayDocumentation(): void {
    this.#strayDocumentation = [];
  }

  /** Warns about the stray documentation found so far. */
  reportStrayDocumentation(range: NodeRange = this.range): void {
    const lines = this.#strayDocumentation;
    if (lines.length === 0) return;
    this.dropStrayDocumentation();
    const span = this.span(range.start, range.end);
    this.diagnostics.push(syntaxMessages.strayDocumentation({ lines }, { span }));
  }

  expectSpaces(): void {
    if (this.expect(TokenKind.Space)) this.skipSpaces();
  }

  expectWhitespace(): void {
    if (!isWhitespace(this.kind)) {
      this.failWith(syntaxMessages.expectedWhitespace, { found: this.found });
    }
    this.skipWhitespace();
  }

  /**
   * The BR production: the line has to end here. Documentation comments are left to the next node.
   */
  expectLineBreak(): void {
    this.skipSpaces();
    const kind = this.kind;
    if (!this.recovering) this.#takeStrayDocumentation();
    this.reportStrayDocumentation();
    if (kind === TokenKind.EndOfFile) return;
    if (kind === TokenKind.NewLine || kind === TokenKind.Comment || kind === TokenKind.DocComment) {
      if (!this.recovering) this.next();
      return;
    }
    this.failWith(syntaxMessages.expectedLineBreak, { found: this.found });
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

  /** While recovering, skips tokens until `found` returns that parsing can continue. */
  recoverTo(found: () => boolean): void {
    while (!this.atEnd && !found()) this.next();
    this.recovering = false;
  }

  /** True if only blanks precede the current token on its line. */
  get startsLine(): boolean {
    let before = this.#index - 1;
    while (before >= 0 && this.tokens.kindAt(before) === TokenKind.Space) before--;
    if (before < 0) return true;
    const kind = this.tokens.kindAt(before);
    return (
      kind === TokenKind.NewLine || kind === TokenKind.Comment || kind === TokenKind.DocComment
    );
  }

  /** The kind of the token `distance` after the current one. */
  peek(distance: number): TokenKind {
    return this.tokens.kindAt(this.#index + distance);
  }
}
