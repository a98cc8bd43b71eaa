import { describe, expect, it } from "vitest";
import { diagnose } from "./events.js";

const shapes = `
  @trait structure t { list: L, sparse: P, map: M, @required must: String, may: String, union: U }
  list L { member: String }
  @sparse list P { member: String }
  map M { key: String, value: Integer }
  union U { a: String }
  list D { member: Document }
  structure O {
    list: L, sparse: P, map: M, may: String, union: U
    @required must: String
    preset: Integer = 1
    documents: D
  }`;

const messages = (text: string, code: string): readonly string[] =>
  diagnose(`namespace ns\n${text}${shapes}`)
    .filter((one) => one.code === code)
    .map(({ message }) => message.replace(/^.*?(?=Non-|Required|Expected)/, ""))
    .sort();

const example = (member: string) =>
  messages(
    `@examples([{ title: "t", input: {}, output: { must: "x", ${member} } }])
     operation A { input := {}, output: O }`,
    "ExamplesTrait",
  );

describe("validateModel", () => {
  it.each([
    ["list: [null]", ["Non-sparse list shape `ns#L` cannot contain null values"]],
    ["map: { a: null }", ["Non-sparse map shape `ns#M` cannot contain null values"]],
    ["preset: null", ["Required structure member `preset` for `ns#O` cannot be null"]],
    ["sparse: [null], may: null", []],
    ["documents: [null]", []],
  ])("checks null values in an example with %s", (member, expected) => {
    expect(example(member)).toEqual(expected);
  });

  it.each([
    [
      'must: "x", list: [null]',
      [
        "Expected string value for string shape, `smithy.api#String`; found null value",
        "Non-sparse list shape `ns#L` cannot contain null values",
      ],
    ],
    [
      "must: null",
      [
        "Expected string value for string shape, `smithy.api#String`; found null value",
        "Required structure member `must` for `ns#t` cannot be null",
      ],
    ],
    [
      'must: "x", may: null',
      ["Expected string value for string shape, `smithy.api#String`; found null value"],
    ],
    ['must: "x", sparse: [null]', []],
  ])("checks null values in a trait with %s", (value, expected) => {
    expect(messages(`@t(${value}) string A`, "TraitValue")).toEqual(expected);
  });
});
