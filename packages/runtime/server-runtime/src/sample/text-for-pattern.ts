import { RegExpParser } from "@eslint-community/regexpp";
import type { AST } from "@eslint-community/regexpp";
import { lengthOf } from "@tinsmith/validation";
import type { Bounds } from "@tinsmith/validation";
import { compilePattern } from "../validation/pattern.js";
import { createRandom } from "./random.js";
import type { Random } from "./random.js";

/**
 * Returns a string that matches the pattern and whose length is within the bounds. Returns
 * undefined if no such string was found, for example because look-arounds contradict each other.
 *
 * @param preferred - readable strings that are used if they match
 */
export function textForPattern(
  pattern: string,
  bounds: Bounds,
  seed: string,
  preferred: readonly string[] = [],
): string | undefined {
  const matches = compilePattern(pattern);
  const fits = (text: string): boolean => {
    const length = lengthOf(text) ?? 0;
    return length >= (bounds.min ?? 0) && length <= (bounds.max ?? Infinity) && matches(text);
  };
  for (const text of preferred) if (fits(text)) return text;
  const parsed = parse(pattern);
  if (!parsed) return undefined;
  // The first attempts use few repetitions. Later attempts use as many as the shortest allowed
  // string may need. Odd attempts always use the maximum, which finds strings of an exact length.
  const attempts = Math.min(2000, 2 * ((bounds.min ?? 0) + 32));
  for (let attempt = 0; attempt < attempts; attempt++) {
    const random = createRandom(`${seed}#${attempt}`);
    const spread = (attempt >> 1) + 1;
    const writer = new PatternWriter(random, spread, attempt % 2 === 1);
    const text = writer.write(parsed.alternatives);
    if (fits(text)) return text;
  }
  return undefined;
}

function parse(pattern: string): AST.Pattern | undefined {
  try {
    return new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
  } catch {
    return undefined;
  }
}

/** Generates strings from the tree of a pattern. Assertions are checked afterwards. */
class PatternWriter {
  readonly #random: Random;
  readonly #spread: number;
  readonly #most: boolean;
  readonly #groups = new Map<AST.CapturingGroup, string>();

  constructor(random: Random, spread: number, most: boolean) {
    this.#random = random;
    this.#spread = spread;
    this.#most = most;
  }

  write(alternatives: readonly AST.Alternative[]): string {
    const chosen = alternatives[this.#random.integer(0, alternatives.length - 1)];
    return chosen ? chosen.elements.map((element) => this.#element(element)).join("") : "";
  }

  #element(element: AST.Element): string {
    switch (element.type) {
      case "Character":
        return String.fromCodePoint(element.value);
      case "CharacterSet":
      case "CharacterClass":
      case "ExpressionCharacterClass":
        return this.#oneOf(element.raw);
      case "Group":
        return this.write(element.alternatives);
      case "CapturingGroup": {
        const text = this.write(element.alternatives);
        this.#groups.set(element, text);
        return text;
      }
      case "Backreference": {
        const resolved = Array.isArray(element.resolved) ? element.resolved[0] : element.resolved;
        return (resolved && this.#groups.get(resolved)) ?? "";
      }
      case "Quantifier": {
        const most = Math.min(element.max, element.min + this.#spread);
        let text = "";
        const count = this.#most ? most : this.#random.integer(element.min, most);
        for (let left = count; left > 0; left--) {
          text += this.#element(element.element);
        }
        return text;
      }
      case "Assertion":
        // A back-reference can repeat the group of a lookahead, as patterns with atomic groups do.
        if (element.kind === "lookahead" && !element.negate) this.write(element.alternatives);
        return "";
    }
  }

  #oneOf(raw: string): string {
    const characters = charactersOf(raw);
    return characters[this.#random.integer(0, characters.length - 1)] ?? "";
  }
}

const classes = new Map<string, readonly string[]>();

/**
 * Returns characters of a class: its letters and digits, or else the first characters that it
 * contains.
 */
function charactersOf(raw: string): readonly string[] {
  const known = classes.get(raw);
  if (known) return known;
  const expression = new RegExp(`^(?:${raw})$`, "u");
  const taken = palettes
    .map((palette) => palette.filter((character) => expression.test(character)))
    .find((characters) => characters.length > 0);
  const characters = taken ?? scan(expression);
  classes.set(raw, characters);
  return characters;
}

const palettes: readonly (readonly string[])[] = [
  [..."abcdefghijklmnopqrstuvwxyz0123456789"],
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  [..."-_.:/@=+,;!?*#$%&'()<>[]{}|~^`\"\\ "],
];

function scan(expression: RegExp): readonly string[] {
  const found: string[] = [];
  for (let code = 0; code < 0x3000 && found.length < 16; code++) {
    const character = String.fromCodePoint(code);
    if (expression.test(character)) found.push(character);
  }
  return found;
}
