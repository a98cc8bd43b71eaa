import { PatternSyntaxError } from "./java-pattern.js";
import type { CharacterSet, PatternNode } from "./java-pattern.js";
import {
  binaryProperty,
  blockSet,
  namedProperty,
  posixProperty,
  scriptProperty,
  valueOfProperty,
} from "./unicode-properties.js";

const flagLetters = "imsduxcU";

/** Reads the characters of a pattern and tracks the position for error messages. */
export class PatternCursor {
  protected readonly pattern: string;
  protected readonly codes: readonly number[];
  protected cursor = 0;
  /** The inline flags that are set, as letters. */
  protected flags = "";
  /** True if a part of the pattern has another meaning in JavaScript. */
  protected misleading = false;

  constructor(pattern: string) {
    this.pattern = pattern;
    this.codes = unquote(codePoints(pattern));
  }

  // Java's messages state the position before the cursor.
  protected fail(problem: string): never {
    throw new PatternSyntaxError(problem, this.cursor - 1, this.pattern);
  }

  /** Returns the character at an index, or an empty string after the end. */
  protected at(index: number): string {
    const code = this.codes[index];
    return code === undefined ? "" : String.fromCodePoint(code);
  }

  protected has(flag: string): boolean {
    return this.flags.includes(flag);
  }

  protected peek(): string {
    if (this.has("x")) this.skipComments();
    return this.at(this.cursor);
  }

  protected next(): string {
    this.cursor += 1;
    return this.peek();
  }

  protected read(): string {
    const found = this.peek();
    this.cursor += 1;
    return found;
  }

  protected skipComments(): void {
    for (;;) {
      const character = this.at(this.cursor);
      if (/^[ \t\n\v\f\r]$/.test(character)) this.cursor += 1;
      else if (character === "#") {
        while (!isLineEnd(this.at(this.cursor))) this.cursor += 1;
      } else return;
    }
  }

  protected octal(): number {
    const isOctal = (character: string) => /^[0-7]$/.test(character);
    let digits = this.read();
    if (!isOctal(digits)) this.fail("Illegal octal escape sequence");
    const most = digits <= "3" ? 3 : 2;
    while (digits.length < most && isOctal(this.peek())) digits += this.read();
    return Number.parseInt(digits, 8);
  }

  protected hexadecimal(): number {
    const first = this.read();
    if (isHexadecimal(first)) {
      const second = this.read();
      if (isHexadecimal(second)) return Number.parseInt(first + second, 16);
    } else if (first === "{" && isHexadecimal(this.peek())) {
      let code = 0;
      let digit = this.read();
      for (; isHexadecimal(digit); digit = this.read()) {
        code = code * 16 + Number.parseInt(digit, 16);
        if (code > 0x10ffff) this.fail("Hexadecimal codepoint is too big");
      }
      if (digit !== "}") this.fail("Unclosed hexadecimal escape sequence");
      return code;
    }
    return this.fail("Illegal hexadecimal escape sequence");
  }

  protected utf16(): number {
    const unit = this.utf16Unit();
    const isHigh = unit >= 0xd800 && unit <= 0xdbff;
    if (isHigh && this.at(this.cursor) === "\\" && this.at(this.cursor + 1) === "u") {
      const start = this.cursor;
      this.cursor += 2;
      const low = this.utf16Unit();
      if (low >= 0xdc00 && low <= 0xdfff) {
        return 0x10000 + (unit - 0xd800) * 0x400 + (low - 0xdc00);
      }
      this.cursor = start;
    }
    return unit;
  }

  protected utf16Unit(): number {
    let digits = "";
    while (digits.length < 4) {
      const digit = this.read();
      if (!isHexadecimal(digit)) this.fail("Illegal Unicode escape sequence");
      digits += digit;
    }
    return Number.parseInt(digits, 16);
  }

  protected property(): CharacterSet {
    const isComplement = this.at(this.cursor + 1) === "P";
    this.cursor += 2;
    let name: string;
    if (this.peek() === "{") {
      this.cursor += 1;
      const start = this.cursor;
      const end = this.codes.indexOf(0x7d, start);
      this.cursor = end === -1 ? this.codes.length + 1 : end + 1;
      if (end === -1) this.fail("Unclosed character family");
      if (end === start) this.fail("Empty character family");
      name = String.fromCodePoint(...this.codes.slice(start, end));
    } else {
      name = this.at(this.cursor);
      this.cursor += 1;
    }
    const set = this.propertySet(name);
    // JavaScript uses some of Java's names for larger sets, such as `Alpha`.
    if (set.kind !== "property" || set.name !== name) this.misleading = true;
    return isComplement ? { kind: "not", set } : set;
  }

  protected propertySet(name: string): CharacterSet {
    const [key = "", value] = name.split(/=(.*)/s);
    if (value !== undefined) {
      const found = valueOfProperty(key.toLowerCase(), value);
      return (
        found ??
        this.fail(`Unknown Unicode property {name=<${key.toLowerCase()}>, value=<${value}>}`)
      );
    }
    if (name.startsWith("In")) return blockSet(name.slice(2));
    const short = name.slice(2);
    const found = name.startsWith("Is")
      ? (binaryProperty(short) ?? namedProperty(short) ?? scriptProperty(short))
      : ((this.has("U") ? posixProperty(name) : undefined) ?? namedProperty(name));
    return found ?? this.fail(`Unknown character property name {${name}}`);
  }

  protected shorthand(letter: "d" | "s" | "w"): CharacterSet {
    const unicode = { d: "DIGIT", s: "WHITE_SPACE", w: "WORD" } as const;
    const found = this.has("U") ? binaryProperty(unicode[letter]) : undefined;
    return found ?? { kind: "shorthand", letter };
  }

  protected characterName(): PatternNode {
    if (this.read() !== "{") this.fail("Illegal character name escape sequence");
    let name = "";
    for (let character = this.read(); character !== "}"; character = this.read()) {
      if (this.cursor >= this.codes.length) this.fail("Unclosed character name escape sequence");
      name += character;
    }
    return { kind: "untranslatable", construct: `\\N{${name}}` };
  }

  protected readFlags(): void {
    let adds = true;
    for (let character = this.peek(); ; character = this.next()) {
      if (character === "-" && adds) {
        adds = false;
      } else if (character !== "" && flagLetters.includes(character)) {
        this.flags = adds ? this.flags + character : this.flags.replaceAll(character, "");
      } else return;
    }
  }

  protected groupName(first: string): string {
    if (!/^[A-Za-z]$/.test(first)) {
      this.fail("capturing group name does not start with a Latin letter");
    }
    let name = first;
    let character = this.read();
    for (; /^[A-Za-z0-9]$/.test(character); character = this.read()) name += character;
    if (character !== ">") this.fail("named capturing group is missing trailing '>'");
    return name;
  }
}

const isHexadecimal = (character: string): boolean => /^[0-9A-Fa-f]$/.test(character);

const isLineEnd = (character: string): boolean => /^[\n\r\u0085\u2028\u2029]?$/.test(character);

function codePoints(text: string): readonly number[] {
  return [...text].map((character) => character.codePointAt(0) ?? 0);
}

/** Replaces `\Q…\E` with escaped characters. */
function unquote(pattern: readonly number[]): readonly number[] {
  const characters = pattern.map((code) => String.fromCodePoint(code));
  const found: string[] = [];
  let isQuoted = false;
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] ?? "";
    const following = character === "\\" ? characters[index + 1] : undefined;
    if (following === (isQuoted ? "E" : "Q")) {
      isQuoted = !isQuoted;
      index += 1;
    } else if (isQuoted) {
      found.push(escapeCharacter(character));
    } else {
      found.push(character, following ?? "");
      if (following !== undefined) index += 1;
    }
  }
  return codePoints(found.join(""));
}

function escapeCharacter(character: string): string {
  return /^[A-Za-z0-9]$/.test(character) || character > "\u007f" ? character : `\\${character}`;
}
