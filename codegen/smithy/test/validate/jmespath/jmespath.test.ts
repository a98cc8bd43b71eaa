import { assert, constantFrom, property, string as text } from "fast-check";
import { describe, expect, it } from "vitest";
import { checkJmespath } from "../../../src/validate/jmespath/check-jmespath.js";
import { JmespathError } from "../../../src/validate/jmespath/expression.js";
import { parseJmespath } from "../../../src/validate/jmespath/parse-jmespath.js";
import {
  arrayOf,
  boolean,
  number,
  objectOf,
  string,
} from "../../../src/validate/jmespath/value-type.js";

const item = objectOf(new Map([["id", () => string]]));

const input = objectOf(
  new Map([
    ["name", () => string],
    ["size", () => number],
    ["ready", () => boolean],
    ["items", () => arrayOf(item)],
    ["wrapped", () => arrayOf(objectOf(new Map([["inner", () => item]])))],
  ]),
);

const check = (text: string) => checkJmespath(parseJmespath(text), input);

describe("checkJmespath", () => {
  it.each([
    ["name", "string"],
    ["items[].id", "array"],
    ["wrapped[*].inner.id", "array"],
    ["wrapped[*].inner.[id, id]", "array"],
    ["items[0].id", "string"],
    ["items[1:3].id", "array"],
    ["items[?id == 'a'].id", "array"],
    ["length(items)", "number"],
    ['length(items[?id == `"a"`]) > `0`', "boolean"],
    ["!ready", "boolean"],
    ["ready && size > `3`", "boolean"],
    ["name || 'none'", "string"],
    ["{a: name, b: size}.a", "string"],
    ["[name, name]", "array"],
    ["sort_by(items, &id)[0].id", "string"],
    ["items[*].id | [0]", "string"],
    ["@.name", "string"],
    ['"name"', "string"],
  ])("determines that the result type of %s is %s", (text, kind) => {
    const { type, problems } = check(text);
    expect(problems).toEqual([]);
    expect(type.kind).toBe(kind);
  });
});

describe("problems in JMESPath expressions", () => {
  it.each([
    [
      "nome",
      "Object field 'nome' does not exist in object with properties [name, size, ready, items, wrapped]",
      0,
    ],
    ["name.first", "Object field 'first' extraction performed on string", 5],
    ["name[0]", "Array index '0' extraction performed on string", 5],
    ["name[1:2]", "Slice performed on string", 5],
    ["name[]", "Array flatten performed on string", 0],
    ["name[?id == 'a']", "Filter projection performed on string", 12],
    ["name.*", "Object projection performed on string", 5],
    ["name[*]", "Array projection performed on string", 5],
    ["ready < `true`", "Invalid comparator '<' for boolean", 8],
    ["nope(name)", "Unknown function: nope", 0],
    ["length(name, name)", "length function expected 1 arguments, but was given 2", 0],
    [
      "length(size)",
      "length function argument 0 error: Expected one of [string, array, object], but found number",
      7,
    ],
    [
      "abs(name)",
      "abs function argument 0 error: Expected argument to be number, but found string",
      4,
    ],
    [
      "sum(items[].id)",
      "sum function argument 0 error: Expected an array of number, but found string at index 0",
      11,
    ],
    [
      "join(',', name)",
      "join function argument 1 error: Expected argument to be an array, but found string",
      10,
    ],
    [
      "merge({a: name}, name)",
      "merge function argument 1 error: Expected argument to be object, but found string",
      17,
    ],
  ])("are reported for %s: %s", (text, message, offset) => {
    expect(check(text).problems).toMatchObject([{ message, offset }]);
  });

  it("include the access to a member of a field that does not exist", () => {
    expect(check("nope.id").problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("Object field 'nope' does not exist"),
      "Object field 'id' extraction performed on null",
    ]);
    expect(check("nope").type.kind).toBe("null");
  });

  it("include problems on the right side of a projection of the wrong type", () => {
    expect(check("name[].nope(@)").problems).toMatchObject([
      { message: "Array flatten performed on string" },
      { message: "Unknown function: nope" },
    ]);
    expect(check("name[].id").type.kind).toBe("array");
  });

  it.each([
    ["name < size", "boolean"],
    ["name && items", "array"],
    ["name || items", "string"],
    ["`null` || items", "array"],
    ["`null` && items", "null"],
    ["ready && items", "any"],
    ["merge()", "any"],
  ])("are absent in %s, whose result type is %s", (text, kind) => {
    const { type, problems } = check(text);
    expect(problems).toEqual([]);
    expect(type.kind).toBe(kind);
  });

  it.each(["", "||", "a.", "a[", "a[?b", "{a}", "f(", "a b", "'open", "...", "a[1:2:3:4]"])(
    'include the syntax error in "%s"',
    (text) => {
      expect(() => parseJmespath(text)).toThrow(JmespathError);
    },
  );

  const start = "['@', 'A-Z|a-z|_', '`', '*', '{', '[', '[]', '&', '!', '[?', '(']";

  it.each([
    ["a b", 3, "Expected EOF, but found 'b'"],
    ["", 1, `Expected ${start}, but found EOF`],
    ["||", 1, `Expected ${start}, but found '||'`],
    ["a.1", 3, "Expected ['[', '{', '*', 'A-Z|a-z|_'], but found '1'"],
    ["a[*].", 6, "Expected ['[', '{', '*', 'A-Z|a-z|_'], but found EOF"],
    ["a[b]", 3, "Expected ['-|0-9', ':', '*'], but found 'b'"],
    ["a[1 2]", 5, "Expected [':', ']'], but found '2'"],
    ["a[1:b]", 5, "Expected ['-|0-9', ']', ':'], but found 'b'"],
    ["a[1:2:3:4]", 9, "Too many colons in slice expression"],
    ["a[*]!b", 5, "Invalid projection"],
    ["(a", 3, "Expected ')', but found EOF"],
    ["{a}", 3, "Expected ':', but found '}'"],
    ["{`1`: a}", 2, "Expected 'A-Z|a-z|_', but found '1'"],
    ["a = b", 4, "Expected: '=', but found ' '"],
    ["'open", 6, "Unclosed raw string: open"],
    ['"open', 6, "Unclosed quotes"],
    ["a[-]", 4, "Invalid number '-': '-' must be followed by a digit"],
    ["a # b", 3, "Unexpected syntax: #"],
  ])('include the column of the syntax error in "%s": %i', (text, column, reason) => {
    expect(() => parseJmespath(text)).toThrow(`Syntax error at line 1 column ${column}: ${reason}`);
  });

  it("include nesting that is too deep", () => {
    expect(() => parseJmespath("(".repeat(100_000))).toThrow(JmespathError);
  });

  it("are never thrown as errors, for any text", () => {
    const unit = constantFrom(..."ab.[]?*&|!=<>(){}:,'\"`@ 1-".split(""));
    const anyText = text({ unit, maxLength: 20 });
    expect(() =>
      assert(property(anyText, parsesOrIsRefused), { numRuns: 2_000, seed: 7 }),
    ).not.toThrow();
  });
});

function parsesOrIsRefused(expression: string): boolean {
  try {
    check(expression);
    return true;
  } catch (error) {
    return error instanceof JmespathError;
  }
}
