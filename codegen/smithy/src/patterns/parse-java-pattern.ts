import { isOneCharacter } from "./java-pattern.js";
import type { CaseFolding, CharacterSet, JavaPattern, PatternNode } from "./java-pattern.js";
import { PatternCursor } from "./pattern-cursor.js";
import { horizontal } from "./unicode-properties.js";
import { hasMaximumLength } from "./look-behind.js";

/**
 * Parses a regular expression exactly like `java.util.regex`, which the reference implementation
 * uses.
 *
 * @throws PatternSyntaxError if Java rejects the pattern
 */
export function parseJavaPattern(pattern: string): JavaPattern {
  return new Parser(pattern).parse();
}

type Escape =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "set"; readonly set: CharacterSet }
  | { readonly kind: "node"; readonly node: PatternNode };

class Parser extends PatternCursor {
  #groups = 0;
  readonly #closed = new Set<number>();
  readonly #names = new Map<string, number>();

  parse(): JavaPattern {
    const body = this.#alternatives();
    if (this.cursor !== this.codes.length) {
      if (this.peek() === ")") this.fail("Unmatched closing ')'");
      this.fail("Unexpected internal error");
    }
    return { body, misleading: this.misleading };
  }

  get #folding(): CaseFolding {
    if (!this.has("i")) return "none";
    return this.has("u") || this.has("U") ? "unicode" : "ascii";
  }

  #alternatives(): PatternNode {
    const options = [this.#sequence()];
    while (this.peek() === "|") {
      this.next();
      options.push(this.#sequence());
    }
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: "alternatives", options };
  }

  #sequence(): PatternNode {
    const nodes: PatternNode[] = [];
    for (;;) {
      const character = this.peek();
      if (character === "" || character === "|" || character === ")") break;
      const node = this.#term(character);
      // A group that only sets flags is not a node and cannot be repeated.
      if (node !== undefined) nodes.push(this.#repeated(node));
    }
    return { kind: "sequence", nodes };
  }

  #term(character: string): PatternNode | undefined {
    switch (character) {
      case "(":
        return this.#group();
      case "[":
        return this.#classNode(this.#class(true));
      case "^":
        this.next();
        return { kind: "assertion", assertion: this.has("m") ? "lineStart" : "start" };
      case "$":
        this.next();
        return { kind: "assertion", assertion: this.has("m") ? "lineEnd" : "end" };
      case ".":
        this.next();
        if (this.has("s")) return { kind: "any", includes: "lines" };
        return { kind: "any", includes: this.has("d") ? "carriageReturns" : "nothing more" };
      case "?":
      case "*":
      case "+":
        this.next();
        return this.fail(`Dangling meta character '${character}'`);
      case "{":
        // Java accepts a quantifier without an operand and repeats the empty match.
        return { kind: "sequence", nodes: [] };
      case "\\":
        return this.#escapeNode();
      default:
        this.next();
        return this.#character(character.codePointAt(0) ?? 0);
    }
  }

  #character(code: number): PatternNode {
    return { kind: "character", code, folding: this.#folding };
  }

  #classNode(set: CharacterSet): PatternNode {
    return { kind: "class", set, folding: this.#folding };
  }

  #escapeNode(): PatternNode {
    const following = this.at(this.cursor + 1);
    if (following === "p" || following === "P") return this.#classNode(this.property());
    const escape = this.#escape(false, false);
    if (escape.kind === "code") return this.#character(escape.code);
    return escape.kind === "set" ? this.#classNode(escape.set) : escape.node;
  }

  #group(): PatternNode | undefined {
    const outer = this.flags;
    let character = this.next();
    let wrap: (body: PatternNode) => PatternNode;
    let opening = "";
    if (character === "?") {
      character = this.at(this.cursor + 1);
      this.cursor += 2;
      switch (character) {
        case ":":
        case "=":
        case "!":
        case ">":
          wrap = groupOf(`?${character}`);
          break;
        case "<": {
          const kind = this.read();
          if (kind === "=" || kind === "!") {
            opening = `?<${kind}`;
            wrap = groupOf(`?<${kind}`);
            break;
          }
          const name = this.groupName(kind);
          if (this.#names.has(name)) {
            this.fail(`Named capturing group <${name}> is already defined`);
          }
          wrap = this.#capture(name);
          break;
        }
        case "$":
        case "@":
          return this.fail("Unknown group type");
        default: {
          this.cursor -= 1;
          this.readFlags();
          const end = this.read();
          if (end === ")") return undefined;
          if (end !== ":") this.fail("Unknown inline modifier");
          // Newer JavaScript engines support flags in groups, but ignore case by the rules of
          // Unicode.
          this.misleading = true;
          wrap = groupOf("?:");
        }
      }
    } else {
      wrap = this.#capture();
    }
    const body = this.#alternatives();
    if (opening.startsWith("?<") && !hasMaximumLength(body)) {
      this.fail("Look-behind group does not have an obvious maximum length");
    }
    if (this.read() !== ")") this.fail("Unclosed group");
    this.flags = outer;
    return wrap(body);
  }

  #capture(name?: string): (body: PatternNode) => PatternNode {
    this.#groups += 1;
    const group = this.#groups;
    if (name !== undefined) this.#names.set(name, group);
    return (body) => {
      this.#closed.add(group);
      return { kind: "capture", group, body, ...(name !== undefined && { name }) };
    };
  }

  #repeated(body: PatternNode): PatternNode {
    switch (this.peek()) {
      case "?":
        this.next();
        return this.#repeat(body, 0, 1);
      case "*":
        this.next();
        return this.#repeat(body, 0, Infinity);
      case "+":
        this.next();
        return this.#repeat(body, 1, Infinity);
      case "{":
        return this.#counted(body);
      default:
        return body;
    }
  }

  #repeat(body: PatternNode, min: number, max: number): PatternNode {
    const character = this.peek();
    if (character === "?" || character === "+") this.next();
    const mode = character === "?" ? "lazy" : character === "+" ? "possessive" : "greedy";
    // Java does not backtrack into any iteration of a possessive repetition, so each iteration is
    // atomic.
    const isAtomicTurn = mode !== "possessive" || isOneCharacter(body);
    const turn: PatternNode = isAtomicTurn ? body : { kind: "group", opening: "?>", body };
    return { kind: "repeat", body: turn, min, max, mode };
  }

  #counted(body: PatternNode): PatternNode {
    let character = this.at(this.cursor + 1);
    this.cursor += 2;
    if (!isDigit(character)) this.fail("Illegal repetition");
    const readNumber = (): number => {
      let count = 0;
      for (; isDigit(character); character = this.read()) {
        count = count * 10 + Number(character);
        if (count > 0x7fffffff) this.fail("Illegal repetition range");
      }
      return count;
    };
    const min = readNumber();
    let max = min;
    if (character === ",") {
      character = this.read();
      max = character === "}" ? Infinity : readNumber();
    }
    if (character !== "}") this.fail("Unclosed counted closure");
    if (max < min) this.fail("Illegal repetition range");
    return this.#repeat(body, min, max);
  }

  /**
   * Parses a class.
   *
   * @param consumes - false for the right side of `&&`, which ends before the bracket
   */
  #class(consumes: boolean): CharacterSet {
    let joined: CharacterSet | undefined;
    let character = this.next();
    let isNegated = false;
    if (character === "^" && this.at(this.cursor - 1) === "[") {
      character = this.next();
      isNegated = true;
    }
    for (; ; character = this.peek()) {
      if (character === "[") {
        this.misleading = true;
        joined = unionOf(joined, this.#class(true));
        continue;
      }
      if (character === "&") {
        if (this.next() === "&") {
          joined = this.#intersection(joined);
          continue;
        }
        this.cursor -= 1;
      } else if (character === "" && this.cursor >= this.codes.length) {
        this.fail("Unclosed character class");
      } else if (character === "]" && joined !== undefined) {
        if (consumes) this.next();
        return isNegated ? { kind: "not", set: joined } : joined;
      }
      joined = unionOf(joined, this.#range());
    }
  }

  #intersection(left: CharacterSet | undefined): CharacterSet {
    this.misleading = true;
    let right: CharacterSet | undefined;
    for (let character = this.next(); character !== "]" && character !== "&";) {
      if (character === "[") {
        right = unionOf(right, this.#class(true));
      } else {
        this.cursor -= 1;
        right = unionOf(right, this.#class(false));
      }
      character = this.peek();
    }
    if (left !== undefined && right !== undefined) {
      return { kind: "intersection", sets: [left, right] };
    }
    if (left !== undefined) return { kind: "untranslatable", construct: "[…&&]" };
    return right ?? this.fail("Bad class syntax");
  }

  #range(): CharacterSet {
    let character = this.peek();
    let first: number;
    if (character === "\\") {
      const following = this.at(this.cursor + 1);
      if (following === "p" || following === "P") return this.property();
      const escape = this.#escape(true, this.at(this.cursor + 2) === "-");
      if (escape.kind === "set") return escape.set;
      if (escape.kind === "node") return this.fail("Illegal/unsupported escape sequence");
      first = escape.code;
    } else {
      this.next();
      first = character.codePointAt(0) ?? 0;
    }
    if (this.peek() === "-") {
      const end = this.at(this.cursor + 1);
      if (end !== "[" && end !== "]") {
        this.next();
        character = this.peek();
        let last = character.codePointAt(0) ?? 0;
        if (character === "\\") {
          const escape = this.#escape(true, true);
          last = escape.kind === "code" ? escape.code : -1;
        } else {
          this.next();
        }
        if (last < first) this.fail("Illegal character range");
        return { kind: "ranges", ranges: [[first, last]] };
      }
    }
    return { kind: "ranges", ranges: [[first, first]] };
  }

  #escape(inClass: boolean, isRange: boolean): Escape {
    const letter = this.at(this.cursor + 1);
    this.cursor += 2;
    const code = codes.get(letter);
    if (code !== undefined) return { kind: "code", code };
    switch (letter) {
      case "0":
        return { kind: "code", code: this.octal() };
      case "x":
        return { kind: "code", code: this.hexadecimal() };
      case "u":
        return { kind: "code", code: this.utf16() };
      case "c":
        if (this.cursor >= this.codes.length) this.fail("Illegal control escape sequence");
        return { kind: "code", code: (this.read().codePointAt(0) ?? 0) ^ 64 };
      case "v":
        if (isRange) return { kind: "code", code: 0x0b };
        return { kind: "set", set: { kind: "shorthand", letter } };
      case "V":
        return { kind: "set", set: { kind: "not", set: { kind: "shorthand", letter: "v" } } };
      case "h":
        return { kind: "set", set: horizontal };
      case "H":
        return { kind: "set", set: { kind: "not", set: horizontal } };
      case "d":
      case "s":
      case "w":
        return { kind: "set", set: this.shorthand(letter) };
      case "D":
      case "S":
      case "W": {
        const lower = letter.toLowerCase() as "d" | "s" | "w";
        return { kind: "set", set: { kind: "not", set: this.shorthand(lower) } };
      }
      case "N":
        return { kind: "node", node: this.characterName() };
      default:
    }
    const node = inClass ? undefined : this.#assertionOrReference(letter);
    if (node !== undefined) return { kind: "node", node };
    if (/^[A-Za-z1-9]$/.test(letter)) this.fail("Illegal/unsupported escape sequence");
    return { kind: "code", code: letter.codePointAt(0) ?? 0 };
  }

  #assertionOrReference(letter: string): PatternNode | undefined {
    switch (letter) {
      case "A":
      // A pattern is matched only once, so the end of the last match is the start of the input.
      case "G":
        return { kind: "assertion", assertion: "inputStart" };
      case "Z":
        return { kind: "assertion", assertion: "inputEndBeforeNewline" };
      case "z":
        return { kind: "assertion", assertion: "inputEnd" };
      case "B":
        return { kind: "assertion", assertion: "notBoundary" };
      case "b":
        if (this.at(this.cursor) === "{" && this.at(this.cursor + 1) === "g") {
          if (this.at(this.cursor + 2) !== "}") return undefined;
          this.cursor += 3;
          return { kind: "untranslatable", construct: "\\b{g}" };
        }
        return { kind: "assertion", assertion: "boundary" };
      case "R":
        return { kind: "lineBreak" };
      case "X":
        return { kind: "untranslatable", construct: "\\X" };
      case "k": {
        if (this.read() !== "<") {
          this.fail("\\k is not followed by '<' for named capturing group");
        }
        const name = this.groupName(this.read());
        const group = this.#names.get(name);
        if (group === undefined) this.fail(`named capturing group <${name}> does not exist`);
        return this.#reference(group);
      }
      default:
        return /^[1-9]$/.test(letter) ? this.#backreference(Number(letter)) : undefined;
    }
  }

  /** Reads digits as long as they form the number of an existing group. */
  #backreference(first: number): PatternNode {
    let group = first;
    for (let digit = this.peek(); isDigit(digit); digit = this.peek()) {
      const longer = group * 10 + Number(digit);
      if (longer > this.#groups) break;
      group = longer;
      this.read();
    }
    return this.#reference(group);
  }

  /**
   * Creates a reference to a group. A group that has not matched is empty in JavaScript, but fails
   * to match in Java.
   */
  #reference(group: number): PatternNode {
    return this.#closed.has(group)
      ? { kind: "backreference", group, folding: this.#folding }
      : { kind: "untranslatable", construct: "a reference to a group that is not complete" };
  }
}

function groupOf(opening: Extract<PatternNode, { kind: "group" }>["opening"]) {
  return (body: PatternNode): PatternNode => ({ kind: "group", opening, body });
}

function unionOf(joined: CharacterSet | undefined, set: CharacterSet): CharacterSet {
  if (joined === undefined) return set;
  const sets = joined.kind === "union" ? joined.sets : [joined];
  return { kind: "union", sets: [...sets, set] };
}

const codes: ReadonlyMap<string, number> = new Map([
  ["a", 0x07],
  ["e", 0x1b],
  ["f", 0x0c],
  ["n", 0x0a],
  ["r", 0x0d],
  ["t", 0x09],
]);

const isDigit = (character: string): boolean => /^[0-9]$/.test(character);
