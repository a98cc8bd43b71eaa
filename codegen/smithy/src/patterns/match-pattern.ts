import { isOneCharacter, PatternSyntaxError } from "./java-pattern.js";
import type { PatternNode } from "./java-pattern.js";
import { parseJavaPattern } from "./parse-java-pattern.js";
import { compileProgram, TooLargeError } from "./pattern-program.js";
import type { Instruction, PatternProgram } from "./pattern-program.js";
import { readJavaPattern } from "./read-pattern.js";

/** Finds a pattern in a text, as the reference implementation does. */
export interface PatternMatcher {
  /** Returns whether the pattern matches somewhere in the text. */
  test(text: string): boolean;
}

/**
 * Compiles the value of `@pattern` for the values of a model. A model can contain any pattern and
 * any value, and the engine of JavaScript takes exponential time for some of them. This matcher
 * takes linear time. Returns `undefined` for patterns that cannot be enforced; another rule reports
 * them.
 */
export function compileMatcher(pattern: string): PatternMatcher | undefined {
  const reading = readJavaPattern(pattern);
  if (reading.kind !== "regExp") return undefined;
  const { body } = parseJavaPattern(pattern);
  if (isPlain(body)) return new RegExp(reading.source, "u");
  try {
    const program = compileProgram(body);
    return { test: (text) => new Run(program, text).find() };
  } catch (error) {
    if (error instanceof TooLargeError || error instanceof PatternSyntaxError) return undefined;
    throw error;
  }
}

/**
 * Returns whether the engine of JavaScript matches a pattern quickly. Such a pattern repeats at
 * most one character, in at most one place.
 */
function isPlain(body: PatternNode): boolean {
  let places = 0;
  const isPlainNode = (node: PatternNode): boolean => {
    switch (node.kind) {
      case "repeat":
        if (node.min !== node.max) places += 1;
        return places < 2 && isOneCharacter(node.body);
      case "capture":
        return isPlainNode(node.body);
      case "group":
        return node.opening === "?:" && isPlainNode(node.body);
      case "sequence":
        return node.nodes.every(isPlainNode);
      case "alternatives":
        return node.options.every(isPlainNode);
      case "backreference":
        return false;
      default:
        return true;
    }
  };
  return isPlainNode(body);
}

/** The range that each group has matched, by the number of the group. */
type Groups = ReadonlyMap<number, readonly [start: number, end: number]>;

interface State {
  readonly at: number;
  readonly position: number;
  readonly groups: Groups;
}

/** Limits patterns with back-references, which cannot be matched in linear time. */
const maximumSteps = 500_000;

/** A search for a program in one text. */
class Run {
  readonly #program: PatternProgram;
  readonly #text: string;
  /**
   * Cached results: the end of a part that begins at a position of the text, or -1 if it does not
   * match.
   */
  readonly #parts = new Map<number, number>();
  #steps = 0;

  constructor(program: PatternProgram, text: string) {
    this.#program = program;
    this.#text = text;
  }

  find(): boolean {
    const tried = new Set<number>();
    for (let position = 0; position <= this.#text.length; position += 1) {
      if (this.#match(0, position, tried) >= 0) return true;
      // The step limit is exceeded, so the pattern is not enforced.
      if (this.#steps > maximumSteps) return true;
    }
    return false;
  }

  /** Returns the end of the first match of the part at `start`, or -1. */
  #match(start: number, from: number, tried: Set<number>, end?: number): number {
    const stack: State[] = [{ at: start, position: from, groups: new Map() }];
    const { instructions, usesGroups } = this.#program;
    for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
      const { at, position, groups } = state;
      if (usesGroups) {
        this.#steps += 1;
        if (this.#steps > maximumSteps) return -1;
      } else {
        // This state was tried before, so another attempt would have the same result.
        const key = at * (this.#text.length + 1) + position;
        if (tried.has(key)) continue;
        tried.add(key);
      }
      const instruction = instructions[at];
      if (instruction === undefined) continue;
      if (instruction.op === "accept") {
        if (end === undefined || end === position) return position;
        continue;
      }
      this.#step(instruction, { at, position, groups }, stack);
    }
    return -1;
  }

  #step(instruction: Exclude<Instruction, { op: "accept" }>, state: State, stack: State[]): void {
    const { at, position, groups } = state;
    const continueAt = (next: number, to = position) => {
      stack.push({ at: next, position: to, groups });
    };
    switch (instruction.op) {
      case "read": {
        const to = this.#read(instruction.test, position);
        if (to >= 0) continueAt(at + 1, to);
        return;
      }
      case "readMany": {
        let to = position;
        for (let count = 0; count <= instruction.max; count += 1) {
          if (count >= instruction.min) continueAt(at + 1, to);
          to = this.#read(instruction.test, to);
          if (to < 0) return;
        }
        return;
      }
      case "assert":
        if (this.#read(instruction.test, position) >= 0) continueAt(at + 1);
        return;
      case "split":
        continueAt(instruction.second);
        continueAt(instruction.first);
        return;
      case "jump":
        continueAt(instruction.to);
        return;
      case "look": {
        const { ahead, start, longest, negative } = instruction;
        const found = ahead ? this.#ahead(start, position) : this.#behind(start, position, longest);
        if (found >= 0 !== negative) continueAt(at + 1);
        return;
      }
      case "atomic": {
        const to = this.#ahead(instruction.start, position);
        if (to >= 0) continueAt(at + 1, to);
        return;
      }
      case "open":
      case "close": {
        if (!this.#program.usesGroups) return continueAt(at + 1);
        const { group, op } = instruction;
        const [start = position] = groups.get(op === "open" ? -1 : -group - 1) ?? [];
        const ends =
          op === "open"
            ? ([-group - 1, [position, position]] as const)
            : ([group, [start, position]] as const);
        stack.push({ at: at + 1, position, groups: new Map([...groups, ends]) });
        return;
      }
      case "repeatGroup": {
        const [start, end] = groups.get(instruction.group) ?? [];
        if (start === undefined) return;
        const text = this.#text.slice(start, end);
        if (this.#text.startsWith(text, position)) continueAt(at + 1, position + text.length);
      }
    }
  }

  #ahead(start: number, position: number): number {
    const key = start * (this.#text.length + 1) + position;
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const found = this.#match(start, position, new Set());
    this.#parts.set(key, found);
    return found;
  }

  #behind(start: number, position: number, longest: number): number {
    const key = -1 - (start * (this.#text.length + 1) + position);
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const first = Math.max(0, position - longest);
    let found = -1;
    for (let from = position; from >= first && found < 0; from -= 1) {
      found = this.#match(start, from, new Set(), position);
    }
    this.#parts.set(key, found);
    return found;
  }

  /** Returns the end of what an expression matches at a position, or -1. */
  #read(test: RegExp, position: number): number {
    test.lastIndex = position;
    return test.test(this.#text) ? test.lastIndex : -1;
  }
}
