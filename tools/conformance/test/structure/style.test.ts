import { describe, expect, it } from "vitest";
import { parseUnit } from "./source-units.js";
import { arrowConstants, loneTests, oddParameters, readWrittenUnits } from "./style.js";

const units = readWrittenUnits();

describe("the style of the workspace", () => {
  it("covers sources and tests", () => {
    const paths = units.map(({ path }) => path);
    expect(paths).toContain("codegen/smithy/src/index.ts");
    expect(paths).toContain("tools/conformance/test/structure/style.test.ts");
  });

  it("writes named functions with a body in braces as declarations", () => {
    expect(arrowConstants(units)).toEqual([]);
  });

  it("writes every test case in a describe", () => {
    expect(loneTests(units)).toEqual([]);
  });

  it("separates the name and the text of a parameter with a hyphen", () => {
    expect(oddParameters(units)).toEqual([]);
  });
});

const unit = (text: string) => [parseUnit("tools/a/src/a.test.ts", text)];

describe("arrowConstants", () => {
  it("finds arrows and function expressions with a body in braces", () => {
    const text = `const one = () => {};
export const two = async (value: string): Promise<void> => {
  await value;
};
const three = function () {};`;
    expect(arrowConstants(unit(text))).toEqual([
      "tools/a/src/a.test.ts:1 one",
      "tools/a/src/a.test.ts:2 two",
      "tools/a/src/a.test.ts:5 three",
    ]);
  });

  it("allows single expressions, callbacks, constants with a type and inner functions", () => {
    const text = `const one = () => 1;
const two = list.map(() => {});
const three: Handler = () => {};
const four = { get: () => {} };
function five() {
  const inner = () => {};
}`;
    expect(arrowConstants(unit(text))).toEqual([]);
  });
});

describe("loneTests", () => {
  it("finds test cases of every form at the top level of a file", () => {
    const text = `it("a", () => {});
it.each([1])("b", () => {});
describe("c", () => {
  it("d", () => {});
});
it.skipIf(true)("e", () => {});
beforeEach(() => {});`;
    expect(loneTests(unit(text))).toEqual([
      "tools/a/src/a.test.ts:1",
      "tools/a/src/a.test.ts:2",
      "tools/a/src/a.test.ts:6",
    ]);
  });
});

describe("oddParameters", () => {
  it("finds tags that lack a hyphen, lack a text, or have a type", () => {
    const lines = [
      "/**",
      " * @param one - the first",
      " * @param two the second",
      " * @param three -",
      " * @param {string} four - the fourth",
      " */",
      "/** @param five - the fifth */",
      "/** @param six the sixth */",
      'const text = "@param seven the seventh";',
    ];
    expect(oddParameters(unit(lines.join("\n")))).toEqual([
      "tools/a/src/a.test.ts:3 @param two the second",
      "tools/a/src/a.test.ts:4 @param three -",
      "tools/a/src/a.test.ts:5 @param {string} four - the fourth",
      "tools/a/src/a.test.ts:8 @param six the sixth */",
    ]);
  });
});
