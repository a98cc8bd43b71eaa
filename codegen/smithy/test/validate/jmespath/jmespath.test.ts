import { assert, constantFrom, property, string as text } from "fast-check";
import { describe, expect, test } from "vitest";
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

describe("the type of an expression", () => {
  test.each([
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
  ])("%s is %s", (text, kind) => {
    const { type, problems } = check(text);
    expect(problems).toEqual([]);
    expect(type.kind).toBe(kind);
  });
});

describe("what goes wrong in an expression", () => {
  test.each([
    [
      "nome",
      "Object field 'nome' does not exist in object with properties [items, name, ready, size, wrapped]",
      0,
    ],
    ["name.first", "Object field 'first' extraction performed on string", 5],
    ["name[0]", "Array index performed on string", 4],
    ["name[*]", "Array projection performed on string", 4],
    ["ready < name", "Invalid comparator '<' for boolean", 8],
    ["nope(name)", "Unknown function: nope", 0],
    ["length(name, name)", "length function expected 1 arguments, but was given 2", 0],
  ])("%s: %s", (text, message, offset) => {
    expect(check(text).problems).toMatchObject([{ message, offset }]);
  });

  test.each(["", "||", "a.", "a[", "a[?b", "{a}", "f(", "a b", "'open", "...", "a[1:2:3:4]"])(
    "%s does not parse",
    (text) => {
      expect(() => parseJmespath(text)).toThrow(JmespathError);
    },
  );

  test("nesting is bounded", () => {
    expect(() => parseJmespath("(".repeat(100_000))).toThrow(JmespathError);
  });

  test("any text parses or is refused", () => {
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
