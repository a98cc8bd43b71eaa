/** A range of code points, both ends included. */
export type CodePointRange = readonly [first: number, last: number];

/** A set of characters, as a class of a pattern describes it. */
export type CharacterSet =
  | { readonly kind: "ranges"; readonly ranges: readonly CodePointRange[] }
  /** `\d`, `\s`, `\w` and `\v`, which both languages have, with the meaning of each. */
  | { readonly kind: "shorthand"; readonly letter: "d" | "s" | "w" | "v" }
  /** A property by its JavaScript name, such as `L` or `Script=Latin`. */
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

/** How letters are compared: exactly, ignoring the case of ASCII letters, or of all letters. */
export type CaseFolding = "none" | "ascii" | "unicode";

/** A part of a `java.util.regex` pattern. Inline flags are already applied to it. */
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

/** Returns whether a part matches exactly one character. */
export function isOneCharacter({ kind }: PatternNode): boolean {
  return kind === "character" || kind === "class" || kind === "any";
}

export interface JavaPattern {
  readonly body: PatternNode;
  /** True if a part is valid JavaScript with another meaning. */
  readonly misleading: boolean;
}

/** The error of a pattern that the reference rejects, in its words. */
export class PatternSyntaxError extends Error {
  constructor(problem: string, index: number, pattern: string) {
    const mark = index < pattern.length ? `\n${" ".repeat(Math.max(0, index))}^` : "";
    super(`${problem} near index ${index}\n${pattern}${mark}`);
    this.name = "PatternSyntaxError";
  }
}
