import type { CharacterSet, CodePointRange } from "./java-pattern.js";

const last = 0x10ffff;

/**
 * Returns the code points of a set, or `undefined` for sets with a property, whose members depend
 * on the regular expression engine.
 */
export function rangesOf(set: CharacterSet): readonly CodePointRange[] | undefined {
  switch (set.kind) {
    case "ranges":
      return normalize(set.ranges);
    case "shorthand":
      return set.letter === "s" ? undefined : shorthands[set.letter];
    case "property":
    case "untranslatable":
      return undefined;
    case "union": {
      const parts = set.sets.map(rangesOf);
      return parts.every((part) => part !== undefined) ? normalize(parts.flat()) : undefined;
    }
    case "intersection": {
      const [left, right] = set.sets.map(rangesOf);
      if (left === undefined || right === undefined) return undefined;
      return complement(normalize([...complement(left), ...complement(right)]));
    }
    case "not": {
      const ranges = rangesOf(set.set);
      return ranges && complement(ranges);
    }
  }
}

const shorthands: Readonly<Record<"d" | "w" | "v", readonly CodePointRange[]>> = {
  d: [[0x30, 0x39]],
  v: [
    [0x0a, 0x0d],
    [0x85, 0x85],
    [0x2028, 0x2029],
  ],
  w: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
  ],
};

function normalize(ranges: readonly CodePointRange[]): readonly CodePointRange[] {
  const found: CodePointRange[] = [];
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    const previous = found.at(-1);
    if (previous !== undefined && from <= previous[1] + 1) {
      found[found.length - 1] = [previous[0], Math.max(previous[1], to)];
    } else {
      found.push([from, to]);
    }
  }
  return found;
}

function complement(ranges: readonly CodePointRange[]): readonly CodePointRange[] {
  const found: CodePointRange[] = [];
  let start = 0;
  for (const [from, to] of ranges) {
    if (from > start) found.push([start, from - 1]);
    start = to + 1;
  }
  if (start <= last) found.push([start, last]);
  return found;
}

/**
 * Adds the other case of every letter to ranges. Java folds only ASCII letters unless the pattern
 * sets the flag `u`. With the flag, it also adds the lower case of the upper case.
 */
export function foldRanges(
  ranges: readonly CodePointRange[],
  folding: "ascii" | "unicode",
): readonly CodePointRange[] {
  const others: CodePointRange[] = [];
  for (const [from, to] of ranges) {
    for (const [first, final, offset] of asciiLetters) {
      if (from <= final && to >= first) {
        others.push([Math.max(from, first) + offset, Math.min(to, final) + offset]);
      }
    }
    if (folding === "unicode") {
      // Above U+1FFFF there are no letters with case.
      for (let code = Math.max(from, 0x80); code <= Math.min(to, 0x1ffff); code++) {
        for (const other of casesOf(code)) others.push([other, other]);
      }
      for (const [code, other] of asciiByUnicode) {
        if (code >= from && code <= to) others.push([other, other]);
      }
    }
  }
  const missing = others.filter(([from, to]) => !ranges.some(([a, b]) => from >= a && to <= b));
  return missing.length === 0 ? ranges : [...ranges, ...normalize(missing)];
}

/**
 * Returns the characters that differ from a character only in case, without the character itself.
 */
function casesOf(code: number): readonly number[] {
  const character = String.fromCodePoint(code);
  const cases = [
    character.toLowerCase(),
    character.toUpperCase(),
    character.toUpperCase().toLowerCase(),
  ];
  return cases
    .filter((other) => [...other].length === 1 && other !== character)
    .map((other) => other.codePointAt(0) ?? code);
}

const asciiLetters = [
  [0x41, 0x5a, 0x20],
  [0x61, 0x7a, -0x20],
] as const;

/** The Kelvin sign, the long s and the dotted letters, whose other case is an ASCII letter. */
const asciiByUnicode = [
  [0x4b, 0x212a],
  [0x6b, 0x212a],
  [0x53, 0x17f],
  [0x73, 0x17f],
  [0x49, 0x131],
  [0x69, 0x131],
  [0x49, 0x130],
  [0x69, 0x130],
] as const;
