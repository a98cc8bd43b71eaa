import { foldRanges, rangesOf } from "./character-ranges.js";
import type {
  AssertionKind,
  CaseFolding,
  CharacterSet,
  CodePointRange,
  PatternNode,
} from "./java-pattern.js";

/**
 * The language whose semantics apply to constructs that differ between Java and JavaScript: `$`
 * before a final line break, `.` on U+0085, `\s`, `\v` and `\b`.
 */
export type Meaning = "ecmascript" | "java";

/** The error for a construct without a counterpart in JavaScript. */
export class UntranslatableError extends Error {
  readonly construct: string;

  constructor(construct: string) {
    super(`JavaScript has no counterpart of ${construct}`);
    this.name = "UntranslatableError";
    this.construct = construct;
  }
}

/**
 * Prints a pattern for JavaScript's regular expressions in Unicode mode (flag `u`). The result does
 * not use the syntax of the flag `v`, which JSON Schema, RE2 and older browsers do not support.
 *
 * @throws UntranslatableError if JavaScript cannot express the pattern
 */
export function printPattern(body: PatternNode, meaning: Meaning): string {
  return new Printer(body, meaning).print(body);
}

class Printer {
  readonly #meaning: Meaning;
  /** The number of each group in the result, which can contain additional groups. */
  readonly #groups = new Map<number, number>();
  #printed = 0;

  constructor(body: PatternNode, meaning: Meaning) {
    this.#meaning = meaning;
    let count = 0;
    visit(body, (node) => {
      if (node.kind === "group" && node.opening.startsWith("?<")) {
        // JavaScript matches a look-behind backwards, so a reference would precede its group.
        visit(node.body, (inner) => {
          if (isAtomic(inner)) throw new UntranslatableError("an atomic group in a look-behind");
        });
      }
      if (isAtomic(node)) count += 1;
      if (node.kind === "capture") this.#groups.set(node.group, (count += 1));
    });
  }

  print(node: PatternNode): string {
    switch (node.kind) {
      case "character":
        return this.#class({ kind: "ranges", ranges: [[node.code, node.code]] }, node.folding);
      case "class":
        return this.#class(node.set, node.folding);
      case "any":
        if (node.includes === "lines") return "[\\s\\S]";
        if (node.includes === "carriageReturns") return "[^\\n]";
        return this.#meaning === "java" ? `[^${lineEnds}]` : ".";
      case "assertion":
        return this.#assertion(node.assertion);
      case "lineBreak":
        return `(?:\\r\\n|[\\v\\f${lineEnds}])`;
      case "backreference":
        return this.#backreference(node.group, node.folding);
      case "capture": {
        this.#printed += 1;
        const name = node.name === undefined ? "" : `?<${node.name}>`;
        return `(${name}${this.print(node.body)})`;
      }
      case "group":
        return node.opening === "?>"
          ? this.#atomic(() => this.print(node.body))
          : `(${node.opening}${this.print(node.body)})`;
      case "repeat":
        return isAtomic(node) ? this.#atomic(() => this.#repeat(node)) : this.#repeat(node);
      case "sequence":
        return this.#sequence(node.nodes);
      case "alternatives":
        return node.options.map((option) => this.print(option)).join("|");
      case "untranslatable":
        throw new UntranslatableError(node.construct);
    }
  }

  #sequence(nodes: readonly PatternNode[]): string {
    return nodes.reduce((text, node) => {
      const next = this.print(node);
      // A digit after a reference would become part of its number.
      return /\\\d+$/.test(text) && /^\d/.test(next) ? `${text}(?:)${next}` : text + next;
    }, "");
  }

  #repeat({ body, min, max, mode }: Extract<PatternNode, { kind: "repeat" }>): string {
    const text = this.print(body);
    const repeated = isOneAtom(body) ? text : `(?:${text})`;
    return `${repeated}${quantifier(min, max)}${mode === "lazy" ? "?" : ""}`;
  }

  /** Prints an atomic group as a lookahead, into which the engine never backtracks. */
  #atomic(print: () => string): string {
    this.#printed += 1;
    const group = this.#printed;
    return `(?:(?=(${print()}))\\${group})`;
  }

  #backreference(group: number, folding: CaseFolding): string {
    if (folding !== "none") throw new UntranslatableError("a case-insensitive back-reference");
    return `\\${this.#groups.get(group)}`;
  }

  #assertion(assertion: AssertionKind): string {
    switch (assertion) {
      case "start":
      case "inputStart":
        return "^";
      case "inputEnd":
        return "$";
      case "end":
        return this.#meaning === "java" ? beforeLastLineEnd : "$";
      case "inputEndBeforeNewline":
        return beforeLastLineEnd;
      case "lineStart":
        return `(?:(?:^|(?<=[${lineEnds}])(?<!\\r(?=\\n)))(?!$))`;
      case "lineEnd":
        return `(?:$|(?=[${lineEnds}])(?<!\\r(?=\\n)))`;
      case "boundary":
        return this.#meaning === "java"
          ? `(?:(?<=${javaWord})(?!${javaWord})|(?<!${javaWord})(?=${javaWord}))`
          : "\\b";
      case "notBoundary":
        return this.#meaning === "java"
          ? `(?:(?<=${javaWord})(?=${javaWord})|(?<!${javaWord})(?!${javaWord}))`
          : "\\B";
    }
  }

  #class(set: CharacterSet, folding: CaseFolding): string {
    const folded = folding === "none" ? set : fold(set, folding);
    return this.#set(folded);
  }

  /**
   * Prints a set as an atom: a character, an escape, a class, or a group if a class cannot express
   * it.
   */
  #set(set: CharacterSet): string {
    const negated = set.kind === "not" && !this.#isEscape(set.set) ? set.set : undefined;
    const items = this.#items(negated ?? set);
    if (items !== undefined) {
      if (negated !== undefined) return `[^${items}]`;
      const alone = singleCharacterOf(set);
      return alone ?? (this.#isEscape(set.kind === "not" ? set.set : set) ? items : `[${items}]`);
    }
    const ranges = rangesOf(set);
    if (ranges !== undefined) return `[${printRanges(ranges)}]`;
    switch (set.kind) {
      case "not":
        return `(?:(?!${this.#set(set.set)})[\\s\\S])`;
      case "intersection":
        return `(?:(?=${this.#set(set.sets[0])})${this.#set(set.sets[1])})`;
      case "union":
        return `(?:${set.sets.map((part) => this.#set(part)).join("|")})`;
      default:
        throw new TypeError(`${set.kind} always has items`);
    }
  }

  /** Prints a set as items of a class, or returns `undefined` if items cannot express it. */
  #items(set: CharacterSet): string | undefined {
    switch (set.kind) {
      case "ranges":
        return printRanges(set.ranges);
      case "shorthand":
        return this.#shorthand(set.letter, false);
      case "property":
        return `\\p{${set.name}}`;
      case "untranslatable":
        throw new UntranslatableError(set.construct);
      case "union": {
        const parts = set.sets.map((part) => this.#items(part));
        return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
      }
      case "not": {
        if (set.set.kind === "property") return `\\P{${set.set.name}}`;
        if (set.set.kind === "shorthand") return this.#shorthand(set.set.letter, true);
        const ranges = rangesOf(set);
        return ranges && printRanges(ranges);
      }
      case "intersection": {
        const ranges = rangesOf(set);
        return ranges && printRanges(ranges);
      }
    }
  }

  /** Returns true if both the set and its complement have an escape. */
  #isEscape(set: CharacterSet): boolean {
    if (set.kind !== "shorthand") return set.kind === "property";
    return set.letter !== "v" && (set.letter !== "s" || this.#meaning === "ecmascript");
  }

  #shorthand(letter: "d" | "s" | "w" | "v", isNegated: boolean): string {
    if (letter === "s" && this.#meaning === "java") {
      return isNegated ? "\\x00-\\x08\\x0e-\\x1f!-\\u{10ffff}" : "\\t-\\r ";
    }
    if (letter === "v") {
      if (this.#meaning === "ecmascript" && !isNegated) return "\\v";
      return isNegated ? printRanges(notVertical) : "\\n-\\r\\x85\\u2028\\u2029";
    }
    return `\\${isNegated ? letter.toUpperCase() : letter}`;
  }
}

const lineEnds = "\\n\\r\\x85\\u2028\\u2029";
const beforeLastLineEnd = `(?=(?:\\r\\n|[${lineEnds}])?$)(?<!\\r(?=\\n))`;
const javaWord = "[\\p{L}\\p{Nd}\\p{Mn}_]";
const notVertical: readonly CodePointRange[] = [
  [0, 0x09],
  [0x0e, 0x84],
  [0x86, 0x2027],
  [0x202a, 0x10ffff],
];

/** Prints a set of one character as that character. */
function singleCharacterOf(set: CharacterSet): string | undefined {
  if (set.kind !== "ranges" || set.ranges.length !== 1) return undefined;
  const [[from, to] = [0, -1]] = set.ranges;
  return from === to ? printCharacter(from, "\\^$.*+?()[]{}|/") : undefined;
}

/** Returns a class that ignores case. Only properties that depend on case are changed. */
function fold(set: CharacterSet, folding: "ascii" | "unicode"): CharacterSet {
  switch (set.kind) {
    case "ranges":
      return { kind: "ranges", ranges: foldRanges(set.ranges, folding) };
    case "union":
      return { kind: "union", sets: set.sets.map((part) => fold(part, folding)) };
    case "intersection":
      return {
        kind: "intersection",
        sets: [fold(set.sets[0], folding), fold(set.sets[1], folding)],
      };
    case "not":
      return { kind: "not", set: fold(set.set, folding) };
    case "property": {
      const family = caseFamilies.find((names) => names.includes(set.name)) ?? [set.name];
      const sets = family.map((name): CharacterSet => ({ kind: "property", name }));
      return sets.length === 1 ? set : { kind: "union", sets };
    }
    default:
      return set;
  }
}

const caseFamilies = [
  ["Lu", "Ll", "Lt"],
  ["Lowercase", "Uppercase", "Lt"],
];

function printRanges(ranges: readonly CodePointRange[]): string {
  const print = (code: number) => printCharacter(code, "\\]^-[");
  return ranges
    .map(([from, to]) => {
      if (from === to) return print(from);
      return to === from + 1 ? print(from) + print(to) : `${print(from)}-${print(to)}`;
    })
    .join("");
}

function printCharacter(code: number, escaped: string): string {
  const name = controls.get(code);
  if (name !== undefined) return name;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return `\\x${hexadecimal(code, 2)}`;
  const character = String.fromCodePoint(code);
  if (/^[\p{C}\p{Z}\p{M}]$/u.test(character) && character !== " ") {
    return code > 0xffff ? `\\u{${hexadecimal(code, 0)}}` : `\\u${hexadecimal(code, 4)}`;
  }
  return escaped.includes(character) ? `\\${character}` : character;
}

function hexadecimal(code: number, width: number): string {
  return code.toString(16).padStart(width, "0");
}

const controls: ReadonlyMap<number, string> = new Map([
  [0x09, "\\t"],
  [0x0a, "\\n"],
  [0x0b, "\\v"],
  [0x0c, "\\f"],
  [0x0d, "\\r"],
]);

function quantifier(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  if (min === 0 && max === 1) return "?";
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

/** Returns true if a quantifier can follow. In Unicode mode, no assertion can be repeated. */
function isOneAtom(node: PatternNode): boolean {
  switch (node.kind) {
    case "character":
    case "class":
    case "any":
    case "lineBreak":
    case "backreference":
    case "capture":
      return true;
    case "group":
      return node.opening === "?:" || node.opening === "?>";
    case "repeat":
      return isAtomic(node);
    default:
      return false;
  }
}

/**
 * Returns true if the engine never backtracks into the node. A fixed number of atomic iterations is
 * atomic as well.
 */
function isAtomic(node: PatternNode): boolean {
  if (node.kind === "group") return node.opening === "?>";
  return node.kind === "repeat" && node.mode === "possessive" && node.min !== node.max;
}

function visit(node: PatternNode, see: (node: PatternNode) => void): void {
  see(node);
  switch (node.kind) {
    case "capture":
    case "group":
    case "repeat":
      visit(node.body, see);
      break;
    case "sequence":
      for (const part of node.nodes) visit(part, see);
      break;
    case "alternatives":
      for (const option of node.options) visit(option, see);
      break;
    default:
  }
}
