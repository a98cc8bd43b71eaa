/** Kinds of tokens. Nothing of the text is left out: blanks, line breaks, commas and comments are tokens too. */
export const TokenKind = {
  EndOfFile: 0,
  Space: 1,
  NewLine: 2,
  Comma: 3,
  Comment: 4,
  DocComment: 5,
  At: 6,
  String: 7,
  TextBlock: 8,
  Colon: 9,
  Walrus: 10,
  Identifier: 11,
  Dot: 12,
  Pound: 13,
  Dollar: 14,
  LeftBrace: 15,
  RightBrace: 16,
  LeftBracket: 17,
  RightBracket: 18,
  LeftParen: 19,
  RightParen: 20,
  Equal: 21,
  Number: 22,
  /** Text that is no token; {@link Tokens.errorAt} says why. */
  Error: 23,
} as const;
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

/** True for the WS production: blanks, line breaks, commas and comments of both kinds. */
export const isWhitespace = (kind: TokenKind): boolean =>
  kind >= TokenKind.Space && kind <= TokenKind.DocComment;

/** The names under which messages speak of tokens, with the text of those that have only one. */
const names: readonly (readonly [name: string, lexeme?: string])[] = [
  ["EOF"],
  ["SPACE", " "],
  ["NEWLINE", "\n"],
  ["COMMA", ","],
  ["COMMENT", "//"],
  ["DOC_COMMENT", "///"],
  ["AT", "@"],
  ["STRING", '"'],
  ["TEXT_BLOCK", '"""'],
  ["COLON", ":"],
  ["WALRUS", ":="],
  ["IDENTIFIER"],
  ["DOT", "."],
  ["POUND", "#"],
  ["DOLLAR", "$"],
  ["LBRACE", "{"],
  ["RBRACE", "}"],
  ["LBRACKET", "["],
  ["RBRACKET", "]"],
  ["LPAREN", "("],
  ["RPAREN", ")"],
  ["EQUAL", "="],
  ["NUMBER"],
  ["ERROR"],
];

/** How a message names a kind of token (`LBRACE('{')`, `IDENTIFIER`), or a found one with its text. */
export function describeToken(kind: TokenKind, lexeme?: string): string {
  const [name, fixed] = names[kind] ?? ["ERROR"];
  const text = kind === TokenKind.EndOfFile ? undefined : (lexeme ?? fixed);
  return text === undefined
    ? name
    : `${name}('${text.replace(/\r/g, "\\r").replace(/\n/g, "\\n")}')`;
}

/** Why a piece of text is no token, and where that shows (not always at its start). */
export interface LexicalError {
  readonly message: string;
  readonly offset: number;
}

/** All tokens of one text, in order; the last one is {@link TokenKind.EndOfFile}. */
export interface Tokens {
  readonly count: number;
  kindAt(index: number): TokenKind;
  startOf(index: number): number;
  endOf(index: number): number;
  /** The reason of an {@link TokenKind.Error} token. */
  errorAt(index: number): LexicalError | undefined;
  /** Index of the token that covers an offset. */
  indexAt(offset: number): number;
}
