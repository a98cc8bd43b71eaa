/** A range of code points, including both ends. */
export type CodePointRange = readonly [first: number, last: number];

/** A set of characters, described by a class of a pattern. */
export type CharacterSet =
  | { readonly kind: "ranges"; readonly ranges: readonly CodePointRange[] }
  /**
   * The shorthands of both languages, `\d`, `\s`, `\w` and `\v`. Their members differ by language.
   */
  | { readonly kind: "shorthand"; readonly letter: "d" | "s" | "w" | "v" }
  /** A property in JavaScript's syntax, such as `L` or `Script=Latin`. */
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "union"; readonly sets: readonly CharacterSet[] }
  | { readonly kind: "intersection"; readonly sets: readonly [CharacterSet, CharacterSet] }
  | { readonly kind: "not"; readonly set: CharacterSet }
  | Untranslatable;

/** A valid construct without a counterpart in JavaScript. */
export interface Untranslatable {
  readonly kind: "untranslatable";
  readonly construct: string;
}

export type AssertionKind =
  | "start"
  | "end"
  | "lineStart"
  | "lineEnd"
  | "inputStart"
  | "inputEnd"
  | "inputEndBeforeNewline"
  | "boundary"
  | "notBoundary";

/** The comparison of letters: exact, or ignoring the case of ASCII or Unicode letters. */
export type CaseFolding = "none" | "ascii" | "unicode";

/** A part of a pattern of `java.util.regex`. The effects of inline flags are resolved. */
export type PatternNode =
  | { readonly kind: "character"; readonly code: number; readonly folding: CaseFolding }
  | { readonly kind: "class"; readonly set: CharacterSet; readonly folding: CaseFolding }
  | { readonly kind: "any"; readonly includes: "lines" | "carriageReturns" | "nothing more" }
  | { readonly kind: "assertion"; readonly assertion: AssertionKind }
  | { readonly kind: "lineBreak" }
  | { readonly kind: "backreference"; readonly group: number; readonly folding: CaseFolding }
  | {
      readonly kind: "capture";
      readonly group: number;
      readonly name?: string;
      readonly body: PatternNode;
    }
  | {
      readonly kind: "group";
      readonly opening: "?:" | "?=" | "?!" | "?<=" | "?<!" | "?>";
      readonly body: PatternNode;
    }
  | {
      readonly kind: "repeat";
      readonly body: PatternNode;
      readonly min: number;
      readonly max: number;
      readonly mode: "greedy" | "lazy" | "possessive";
    }
  | { readonly kind: "sequence"; readonly nodes: readonly PatternNode[] }
  | { readonly kind: "alternatives"; readonly options: readonly PatternNode[] }
  | Untranslatable;

/** Returns true if a part matches exactly one character. */
export function isOneCharacter({ kind }: PatternNode): boolean {
  return kind === "character" || kind === "class" || kind === "any";
}

export interface JavaPattern {
  readonly body: PatternNode;
  /** True if a part of the pattern has another meaning in JavaScript. */
  readonly misleading: boolean;
}

/** The error for an invalid pattern, with the message of the reference implementation. */
export class PatternSyntaxError extends Error {
  constructor(problem: string, index: number, pattern: string) {
    const mark = index < pattern.length ? `\n${" ".repeat(Math.max(0, index))}^` : "";
    super(`${problem} near index ${index}\n${pattern}${mark}`);
    this.name = "PatternSyntaxError";
  }
}
