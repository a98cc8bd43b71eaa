interface Habit {
  /** Matches the rest of the line from the error on. */
  readonly after: RegExp;
  /** Matches the line up to the error. */
  readonly before?: RegExp;
  readonly hint: string;
}

const listHint =
  "Define a list and refer to it: `list Names { member: String }`. Smithy has no `String[]`";
const mapHint =
  "Define a map and refer to it: `map Labels { key: String, value: String }`. " +
  "Smithy has no type parameters";

/** Notations of TypeScript and other languages that people write out of habit. */
const habits: readonly Habit[] = [
  {
    before: /[\w$]\s*$/,
    after: /^\?/,
    hint: "Members are optional unless they have the trait `@required`: write `name: String`",
  },
  { before: /:\s*[\w.#]+\s*$/, after: /^\[\s*\]/, hint: listHint },
  { before: /:\s*(?:Array|List|Set)\s*$/, after: /^</, hint: listHint },
  { before: /:\s*\w+\s*$/, after: /^</, hint: mapHint },
  {
    after: /^;/,
    hint: "Remove the semicolon: statements and members end with the line, or with a comma",
  },
  {
    before: /\b(?:input|output)\s*:\s*$/,
    after: /^\{/,
    hint: "Write `:=` before an inline structure: `input := { … }`",
  },
  {
    before: /:\s*$/,
    after: /^\{/,
    hint:
      "Define the structure by name (`structure Detail { … }`) and refer to it: " +
      "only the input and output of operations can be inline",
  },
  {
    before: /:\s*$/,
    after: /^["'][^"']*["']/,
    hint: 'Define an enum and refer to it: `enum Color { RED = "red" }`',
  },
  {
    before: /:\s*[^:]*$/,
    after: /^\|/,
    hint: "Define a union and refer to it: `union Choice { text: String, number: Integer }`",
  },
  {
    before: /^\s*namespace\s+[\w.]*$/,
    after: /^-/,
    hint: "A namespace consists of letters, digits and underscores, separated by dots: `my.api`",
  },
  {
    after: /^(?:interface|type|class)\b/,
    hint: "Shapes are defined as `structure`, `union`, `enum`, `list`, `map` or a simple type",
  },
  { after: /^\/\*/, hint: "Write comments as `// text`, and documentation as `/// text`" },
  { after: /^'/, hint: 'Write text in double quotes: "text"' },
];

/** Returns a hint for a syntax error whose text is the notation of another language. */
export function habitHint(text: string, offset: number): string | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = text.indexOf("\n", offset);
  const before = text.slice(lineStart, offset);
  const after = text.slice(offset, lineEnd === -1 ? text.length : lineEnd);
  return habits.find((habit) => habit.after.test(after) && (habit.before?.test(before) ?? true))
    ?.hint;
}
