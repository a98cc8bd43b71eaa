import { describe, expect, it } from "vitest";
import { loadModel } from "../src/index.js";

/** Evaluates a value of the IDL. */
function read(value: string) {
  const { model, diagnostics } = loadModel([
    { path: "a.smithy", text: `$version: "2.0"\nmetadata a = ${value}\n` },
  ]);
  expect(diagnostics).toEqual([]);
  return model?.metadata["a"];
}

describe("parsing a value", () => {
  it.each([
    ["strings with escapes", String.raw`"a\n\t\"\\\/é\b\f\r"`, 'a\n\t"\\/é\b\f\r'],
    ["strings over several lines", '"a\r\nb\rc\nd"', "a\nb\nc\nd"],
    ["escaped line breaks as no text", '"a\\\nb"', "ab"],
    [
      "text blocks without their indentation",
      '"""\n    <p>\n      x\n    </p>\n    """',
      "<p>\n  x\n</p>\n",
    ],
    ["text blocks whose closing quotes determine the indentation", '"""\n    a\n  """', "  a\n"],
    ["text blocks without trailing spaces", '"""\n    a   \n\n    b"""', "a\n\nb"],
    ["quotes in text blocks", '"""\n    "a" ""\n    \\"""b"""', '"a" ""\n"""b'],
    ["escapes in text blocks after removing the indentation", '"""\n    a\\n    b"""', "a\n    b"],
  ])("reads %s", (_, text, value) => {
    expect(read(text)).toBe(value);
  });

  it("reads numbers, keywords, arrays and objects", () => {
    expect(read("[0 -1 1.5e3 true false null]")).toEqual([0, -1, 1500, true, false, null]);
    expect(read('{a: 1, "b c": {d: []},}')).toEqual({ a: 1, "b c": { d: [] } });
  });

  it("reads __proto__ as an ordinary key", () => {
    const value = read('{"__proto__": {x: 1}}');
    expect(Object.keys(value ?? {})).toEqual(["__proto__"]);
  });

  it("resolves bare words in metadata in the prelude", () => {
    expect(read("required")).toBe("smithy.api#required");
  });
});
