import type { CharacterSet, CodePointRange } from "./java-pattern.js";

const ranges = (...found: readonly CodePointRange[]): CharacterSet => ({
  kind: "ranges",
  ranges: found,
});
const property = (name: string): CharacterSet => ({ kind: "property", name });
const union = (...sets: readonly CharacterSet[]): CharacterSet => ({ kind: "union", sets });
const not = (set: CharacterSet): CharacterSet => ({ kind: "not", set });
const characters = (text: string): CharacterSet =>
  ranges(
    ...[...text].map((character): CodePointRange => {
      const code = character.codePointAt(0) ?? 0;
      return [code, code];
    }),
  );

const digits: CodePointRange = [0x30, 0x39];
const upper: CodePointRange = [0x41, 0x5a];
const lower: CodePointRange = [0x61, 0x7a];
const whiteSpace: CodePointRange = [0x09, 0x0d];
const space: CodePointRange = [0x20, 0x20];
const identifierStart = union(property("L"), property("Nl"), property("Sc"), property("Pc"));
const ignorable = union(ranges([0x00, 0x08], [0x0e, 0x1b], [0x7f, 0x9f]), property("Cf"));

/** The POSIX classes, which contain only ASCII, and the classes of methods of `Character`. */
const named: ReadonlyMap<string, CharacterSet> = new Map([
  ["ASCII", ranges([0, 0x7f])],
  ["Alnum", ranges(upper, lower, digits)],
  ["Alpha", ranges(upper, lower)],
  ["Blank", characters(" \t")],
  ["Cntrl", ranges([0, 0x1f], [0x7f, 0x7f])],
  ["Digit", ranges(digits)],
  ["Graph", ranges([0x21, 0x7e])],
  ["Lower", ranges(lower)],
  ["Print", ranges([0x20, 0x7e])],
  ["Punct", ranges([0x21, 0x2f], [0x3a, 0x40], [0x5b, 0x60], [0x7b, 0x7e])],
  ["Space", ranges(whiteSpace, space)],
  ["Upper", ranges(upper)],
  ["XDigit", ranges(digits, [0x41, 0x46], [0x61, 0x66])],
  ["L1", ranges([0, 0xff])],
  ["all", property("Any")],
  ["LD", union(property("L"), property("Nd"))],
  ["javaLowerCase", property("Lowercase")],
  ["javaUpperCase", property("Uppercase")],
  ["javaAlphabetic", property("Alphabetic")],
  ["javaIdeographic", property("Ideographic")],
  ["javaTitleCase", property("Lt")],
  ["javaDigit", property("Nd")],
  ["javaDefined", property("Assigned")],
  ["javaLetter", property("L")],
  ["javaLetterOrDigit", union(property("L"), property("Nd"))],
  ["javaJavaIdentifierStart", identifierStart],
  [
    "javaJavaIdentifierPart",
    union(identifierStart, property("Nd"), property("Mn"), property("Mc"), ignorable),
  ],
  ["javaUnicodeIdentifierStart", property("ID_Start")],
  ["javaUnicodeIdentifierPart", union(property("ID_Continue"), ignorable)],
  ["javaIdentifierIgnorable", ignorable],
  ["javaSpaceChar", property("Z")],
  [
    "javaWhitespace",
    union(
      ranges(whiteSpace, [0x1c, 0x1f], space, [0x1680, 0x1680], [0x2000, 0x2006], [0x2008, 0x200a]),
      ranges([0x2028, 0x2029], [0x205f, 0x205f], [0x3000, 0x3000]),
    ),
  ],
  ["javaISOControl", property("Cc")],
  ["javaMirrored", property("Bidi_Mirrored")],
]);

const categories: ReadonlySet<string> = new Set(
  "Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf L M N Z C P S LC".split(
    " ",
  ),
);

/** Returns a general category, a POSIX class, or the class of a method of `Character`. */
export function namedProperty(name: string): CharacterSet | undefined {
  return named.get(name) ?? (categories.has(name) ? property(name) : undefined);
}

const graphic = not(union(property("White_Space"), property("Cc"), property("Cs"), property("Cn")));
const blank = union(property("Zs"), characters("\t"));

const binary: ReadonlyMap<string, CharacterSet> = new Map([
  ["ALPHABETIC", property("Alphabetic")],
  ["LETTER", property("L")],
  ["IDEOGRAPHIC", property("Ideographic")],
  ["LOWERCASE", property("Lowercase")],
  ["UPPERCASE", property("Uppercase")],
  ["TITLECASE", property("Lt")],
  ["WHITE_SPACE", property("White_Space")],
  ["WHITESPACE", property("White_Space")],
  ["CONTROL", property("Cc")],
  ["PUNCTUATION", property("P")],
  ["HEX_DIGIT", union(property("Nd"), property("Hex_Digit"))],
  ["HEXDIGIT", union(property("Nd"), property("Hex_Digit"))],
  ["ASSIGNED", property("Assigned")],
  ["NONCHARACTER_CODE_POINT", property("Noncharacter_Code_Point")],
  ["NONCHARACTERCODEPOINT", property("Noncharacter_Code_Point")],
  ["DIGIT", property("Nd")],
  ["ALNUM", union(property("Alphabetic"), property("Nd"))],
  ["BLANK", blank],
  ["GRAPH", graphic],
  ["PRINT", { kind: "intersection", sets: [union(graphic, blank), not(property("Cc"))] }],
  [
    "WORD",
    union(
      property("Alphabetic"),
      property("M"),
      property("Nd"),
      property("Pc"),
      property("Join_Control"),
    ),
  ],
  ["JOIN_CONTROL", property("Join_Control")],
  ["JOINCONTROL", property("Join_Control")],
]);

/** Returns a binary property of Unicode. Java ignores the case of its name. */
export function binaryProperty(name: string): CharacterSet | undefined {
  return binary.get(name.toUpperCase());
}

const posix: ReadonlyMap<string, string> = new Map([
  ["ALPHA", "ALPHABETIC"],
  ["LOWER", "LOWERCASE"],
  ["UPPER", "UPPERCASE"],
  ["SPACE", "WHITE_SPACE"],
  ["PUNCT", "PUNCTUATION"],
  ["XDIGIT", "HEX_DIGIT"],
  ["ALNUM", "ALNUM"],
  ["CNTRL", "CONTROL"],
  ["DIGIT", "DIGIT"],
  ["BLANK", "BLANK"],
  ["GRAPH", "GRAPH"],
  ["PRINT", "PRINT"],
]);

/** Returns a POSIX class that the flag `U` extends to Unicode. */
export function posixProperty(name: string): CharacterSet | undefined {
  return binary.get(posix.get(name.toUpperCase()) ?? "");
}

/** Returns a script by its name or ISO 15924 code. Java ignores the case of both. */
export function scriptProperty(name: string): CharacterSet | undefined {
  const written = name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join("_");
  return isProperty(`Script=${written}`) ? property(`Script=${written}`) : undefined;
}

/** The blocks that models use. Java has about three hundred; JavaScript has none. */
const blocks: ReadonlyMap<string, CodePointRange> = new Map([
  ["BASICLATIN", [0x0000, 0x007f]],
  ["LATIN1SUPPLEMENT", [0x0080, 0x00ff]],
  ["LATINEXTENDEDA", [0x0100, 0x017f]],
  ["LATINEXTENDEDB", [0x0180, 0x024f]],
  ["GREEK", [0x0370, 0x03ff]],
  ["GREEKANDCOPTIC", [0x0370, 0x03ff]],
  ["CYRILLIC", [0x0400, 0x04ff]],
  ["HEBREW", [0x0590, 0x05ff]],
  ["ARABIC", [0x0600, 0x06ff]],
  ["THAI", [0x0e00, 0x0e7f]],
  ["GENERALPUNCTUATION", [0x2000, 0x206f]],
  ["HIRAGANA", [0x3040, 0x309f]],
  ["KATAKANA", [0x30a0, 0x30ff]],
  ["CJKUNIFIEDIDEOGRAPHS", [0x4e00, 0x9fff]],
  ["HANGULSYLLABLES", [0xac00, 0xd7af]],
]);

function blockRange(name: string): CharacterSet | undefined {
  const range = blocks.get(name.toUpperCase().replaceAll(/[\s_-]/g, ""));
  return range && ranges(range);
}

function isProperty(name: string): boolean {
  try {
    return new RegExp(`\\p{${name}}`, "u").unicode;
  } catch {
    return false;
  }
}

export function valueOfProperty(key: string, value: string): CharacterSet | undefined {
  switch (key) {
    case "sc":
    case "script":
      return scriptProperty(value);
    case "blk":
    case "block":
      return blockSet(value);
    case "gc":
    case "general_category":
      return namedProperty(value);
    default:
      return undefined;
  }
}

/**
 * Returns the characters of a Unicode block. JavaScript patterns do not support blocks, so an unknown
 * one cannot be translated.
 */
export function blockSet(name: string): CharacterSet {
  return blockRange(name) ?? { kind: "untranslatable", construct: `\\p{In${name}}` };
}

/** The characters that `\h` matches. */
export const horizontal: CharacterSet = {
  kind: "ranges",
  ranges: [
    [0x20, 0x20],
    [0x09, 0x09],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x180e, 0x180e],
    [0x2000, 0x200a],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
  ],
};
