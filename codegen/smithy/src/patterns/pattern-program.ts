import { isOneCharacter } from "./java-pattern.js";
import type { PatternNode } from "./java-pattern.js";
import { printPattern } from "./print-pattern.js";

/** An instruction of a pattern program. Numbers are indexes of instructions. */
export type Instruction =
  /** Reads one character, or a line break. */
  | { readonly op: "read"; readonly test: RegExp }
  /** Reads between `min` and `max` characters. */
  | { readonly op: "readMany"; readonly test: RegExp; readonly min: number; readonly max: number }
  /** Continues if an assertion such as `\b` holds. */
  | { readonly op: "assert"; readonly test: RegExp }
  /** Tries `first`, then `second`. */
  | { readonly op: "split"; first: number; second: number }
  | { readonly op: "jump"; to: number }
  /**
   * A look-around: continues if the part at `start` matches (or, if negative, does not match) ahead
   * of or behind the position.
   */
  | {
      readonly op: "look";
      readonly start: number;
      readonly ahead: boolean;
      readonly negative: boolean;
      /** The longest match of the part, in UTF-16 code units. */
      readonly longest: number;
    }
  /**
   * An atomic group: continues after the first match of the part at `start` and never backtracks
   * into it.
   */
  | { readonly op: "atomic"; readonly start: number }
  | { readonly op: "open" | "close"; readonly group: number }
  /** Reads what a group has matched. */
  | { readonly op: "repeatGroup"; readonly group: number }
  | { readonly op: "accept" };

export interface PatternProgram {
  readonly instructions: readonly Instruction[];
  /** True if the program contains back-references. */
  readonly usesGroups: boolean;
}

/** Reports a pattern whose program would take too much memory. */
export class TooLargeError extends Error {}

const maximumSize = 200_000;
/** Repetitions of one character up to this number are written out. */
const maximumCopies = 1000;

/** Compiles a pattern with Java's semantics. */
export function compileProgram(body: PatternNode): PatternProgram {
  const compiler = new Compiler();
  compiler.compile(body);
  compiler.emit({ op: "accept" });
  return compiler;
}

class Compiler implements PatternProgram {
  readonly instructions: Instruction[] = [];
  usesGroups = false;

  emit<Emitted extends Instruction>(instruction: Emitted): Emitted {
    if (this.instructions.length >= maximumSize)
      throw new TooLargeError("The pattern is too large");
    this.instructions.push(instruction);
    return instruction;
  }

  get #next(): number {
    return this.instructions.length;
  }

  compile(node: PatternNode): void {
    switch (node.kind) {
      case "character":
      case "class":
      case "any":
      case "lineBreak":
        this.emit({ op: "read", test: sticky(node) });
        return;
      case "assertion":
        this.emit({ op: "assert", test: sticky(node) });
        return;
      case "backreference":
        this.usesGroups = true;
        this.emit({ op: "repeatGroup", group: node.group });
        return;
      case "capture":
        this.emit({ op: "open", group: node.group });
        this.compile(node.body);
        this.emit({ op: "close", group: node.group });
        return;
      case "group":
        this.#group(node.opening, node.body);
        return;
      case "repeat":
        this.#repeat(node);
        return;
      case "sequence":
        for (const part of node.nodes) this.compile(part);
        return;
      case "alternatives":
        this.#alternatives(node.options);
        return;
      case "untranslatable":
        throw new TypeError(`Cannot compile ${node.construct}`);
    }
  }

  #alternatives(options: readonly PatternNode[]): void {
    const jumps = options.map((option, index) => {
      const isLast = index === options.length - 1;
      const split = isLast
        ? undefined
        : this.emit({ op: "split", first: this.#next + 1, second: 0 });
      this.compile(option);
      const jump = this.emit({ op: "jump", to: 0 });
      if (split !== undefined) split.second = this.#next;
      return jump;
    });
    for (const jump of jumps) jump.to = this.#next;
  }

  #group(opening: "?:" | "?=" | "?!" | "?<=" | "?<!" | "?>", body: PatternNode): void {
    if (opening === "?:") {
      this.compile(body);
      return;
    }
    const start = this.#part(() => this.compile(body));
    if (opening === "?>") this.emit({ op: "atomic", start });
    else {
      const ahead = !opening.startsWith("?<");
      const negative = opening.endsWith("!");
      this.emit({ op: "look", start, ahead, negative, longest: 2 * longestOf(body) });
    }
  }

  /** Writes a part that other instructions call, and returns its start. */
  #part(write: () => void): number {
    const jump = this.emit({ op: "jump", to: 0 });
    const start = this.#next;
    write();
    this.emit({ op: "accept" });
    jump.to = this.#next;
    return start;
  }

  #repeat(node: Extract<PatternNode, { kind: "repeat" }>): void {
    const { body, min, max, mode } = node;
    if (mode === "possessive") {
      const start = this.#part(() => this.#repeat({ ...node, mode: "greedy" }));
      this.emit({ op: "atomic", start });
      return;
    }
    const copies = max === Infinity ? min : max;
    if (copies > maximumCopies && isOneCharacter(body) && mode === "greedy") {
      this.emit({ op: "readMany", test: sticky(body), min, max });
      return;
    }
    for (let count = 0; count < min; count += 1) this.compile(body);
    const splits: { split: { first: number; second: number }; body: number }[] = [];
    const split = () => {
      const emitted = this.emit({ op: "split", first: 0, second: 0 });
      splits.push({ split: emitted, body: this.#next });
    };
    if (max === Infinity) {
      const loop = this.#next;
      split();
      this.compile(body);
      this.emit({ op: "jump", to: loop });
    } else {
      for (let count = min; count < max; count += 1) {
        split();
        this.compile(body);
      }
    }
    for (const { split: emitted, body: inside } of splits) {
      const ways = mode === "lazy" ? [this.#next, inside] : [inside, this.#next];
      [emitted.first = 0, emitted.second = 0] = ways;
    }
  }
}

/** An expression that matches a node without repetitions at a position. */
const sticky = (node: PatternNode): RegExp => new RegExp(printPattern(node, "java"), "uy");

/** The longest match of a node, in characters. */
function longestOf(node: PatternNode): number {
  switch (node.kind) {
    case "character":
    case "class":
    case "any":
      return 1;
    case "lineBreak":
      return 2;
    case "assertion":
      return 0;
    case "capture":
      return longestOf(node.body);
    case "group":
      return node.opening === "?:" || node.opening === "?>" ? longestOf(node.body) : 0;
    case "repeat":
      return node.max === 0 ? 0 : longestOf(node.body) * node.max;
    case "sequence":
      return node.nodes.reduce((sum, part) => sum + longestOf(part), 0);
    case "alternatives":
      return Math.max(...node.options.map(longestOf));
    default:
      return Infinity;
  }
}
