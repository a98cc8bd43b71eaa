/** A range of code points, both ends included. */
export type CodePointRange = readonly [first: number, last: number];

/** A set of characters, as a class of a pattern describes it. */
export type CharacterSet =
  | { readonly kind: "ranges"; readonly ranges: readonly CodePointRange[] }
  /** What `\d`, `\s`, `\w` and `\v` say in both languages, and what each of them means by it. */
  | { readonly kind: "shorthand"; readonly letter: "d" | "s" | "w" | "v" }
  /** A property in JavaScript's words, such as `L` or `Script=Latin`. */
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "union"; readonly sets: readonly CharacterSet[] }
  | { readonly kind: "intersection"; readonly sets: readonly [CharacterSet, CharacterSet] }
  | { readonly kind: "not"; readonly set: CharacterSet }
  | Untranslatable;

/** A construct that is valid and has no counterpart in JavaScript. */
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

/** How letters are compared: exactly, with ASCII's other case, or with Unicode's. */
export type CaseFolding = "none" | "ascii" | "unicode";

/** A part of a pattern of `java.util.regex`. What inline flags change is settled in it. */
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

/** Whether a part matches a single character, whichever it is. */
export function isOneCharacter({ kind }: PatternNode): boolean {
  return kind === "character" || kind === "class" || kind === "any";
}

export interface JavaPattern {
  readonly body: PatternNode;
  /** Whether a part looks like JavaScript and means something else there. */
  readonly misleading: boolean;
}

/** Reports that the reference refuses a pattern, in its words. */
export class PatternSyntaxError extends Error {
  constructor(problem: string, index: number, pattern: string) {
    const mark = index < pattern.length ? `\n${" ".repeat(Math.max(0, index))}^` : "";
    super(`${problem} near index ${index}\n${pattern}${mark}`);
    this.name = "PatternSyntaxError";
  }
}
