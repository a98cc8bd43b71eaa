/**
 * Kinds of tokens. Tokens cover the whole text: spaces, line breaks, commas and comments are tokens
 * too.
 */
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
  /** Invalid text; {@link Tokens.errorAt} has the reason. */
  Error: 23,
} as const;
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

/** True for the WS production: spaces, line breaks, commas and comments of both kinds. */
export const isWhitespace = (kind: TokenKind): boolean =>
  kind >= TokenKind.Space && kind <= TokenKind.DocComment;

/** The name of each token in messages, and its text or opening delimiter if that is fixed. */
const names: readonly (readonly [name: string, lexeme?: string])[] = [
  ["EOF"],
  ["SPACE", " "],
  ["NEWLINE", "\\n"],
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

/**
 * Describes a kind of token in a message (`LBRACE('{')`, `IDENTIFIER`), or a token that was found
 * with its text.
 */
export function describeToken(kind: TokenKind, lexeme?: string): string {
  const [name, fixed] = names[kind] ?? ["ERROR"];
  const text = kind === TokenKind.EndOfFile ? undefined : (lexeme ?? fixed);
  return text === undefined ? name : `${name}('${text}')`;
}

/** The reason why text is not a token, and the place of the fault (not always at its start). */
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
  /** The reason for a {@link TokenKind.Error} token. */
  errorAt(index: number): LexicalError | undefined;
  /** The index of the token at an offset. */
  indexAt(offset: number): number;
}
