import { describe, expect, it } from "vitest";
import {
  exactDigits,
  loadModel,
  printJson,
  serializeAst,
  serializeIdl,
  traitDigits,
  transformModel,
} from "../src/index.js";
import type { Model } from "../src/index.js";

const text = `$version: "2.0"
metadata large = 9223372036854775808
metadata several = [1.0, { a: 0.10000000000000000000001 }]
namespace x
@trait
list numbers { member: BigDecimal }
@numbers([12345678901234567890])
structure A {
    long: Long = 9223372036854775807
    decimal: BigDecimal = 0.10000000000000000000001
    small: Integer = 1
}
apply A @numbers([1, 0.10000000000000000000002])
`;

function load(...sources: readonly { readonly path: string; readonly text: string }[]): Model {
  const { model, diagnostics } = loadModel(sources);
  if (!model) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return model;
}

/** The numbers of the model above with all their digits. */
function digitsOf(model: Model) {
  const { members, traits } = model.expectShape("x#A", "structure");
  const numbers = traits.get("x#numbers") ?? null;
  const several = model.metadata["several"];
  return {
    defaults: [...members.values()].map((member) =>
      traitDigits(member.traits, "smithy.api#default"),
    ),
    numbers: [0, 1, 2].map((index) => exactDigits(numbers, index)),
    large: exactDigits(model.metadata, "large"),
    several: Array.isArray(several) ? [exactDigits(several, 0), exactDigits(several[1], "a")] : [],
  };
}

const model = load({ path: "x.smithy", text });
const digits = {
  defaults: ["9223372036854775807", "0.10000000000000000000001", undefined],
  numbers: ["12345678901234567890", undefined, "0.10000000000000000000002"],
  large: "9223372036854775808",
  several: ["1.0", "0.10000000000000000000001"],
};

describe("numbers with more digits than a double can hold", () => {
  it("keep their digits in trait values, joined lists and metadata", () => {
    expect(digitsOf(model)).toEqual(digits);
  });

  it("keep their digits in a round trip through IDL", () => {
    const files = [...serializeIdl(model)].map(([path, written]) => ({ path, text: written }));
    expect(digitsOf(load(...files))).toEqual(digits);
  });

  it("keep their digits in a round trip through a JSON AST", () => {
    const written = printJson(serializeAst(model), 2);
    expect(digitsOf(load({ path: "x.json", text: written }))).toEqual(digits);
  });

  it("keep their digits in shapes that a transform leaves unchanged", () => {
    const transforms = [{ name: "excludeShapesByTag", args: { tags: ["internal"] } }];
    expect(digitsOf(transformModel(model, transforms).model)).toEqual(digits);
  });
});

describe("printJson", () => {
  it("prints JSON like JSON.stringify, except for exact digits", () => {
    const ast = serializeAst(
      load({ path: "x.smithy", text: text.replaceAll(/\d{5,}|1\.0/g, "7") }),
    );
    expect(printJson(ast)).toBe(JSON.stringify(ast));
    expect(printJson(ast, 4)).toBe(JSON.stringify(ast, undefined, 4));
    expect(printJson({ "a\n": [[], {}, null, "é\u2028", true] }, 2)).toBe(
      JSON.stringify({ "a\n": [[], {}, null, "é\u2028", true] }, undefined, 2),
    );
  });
});
