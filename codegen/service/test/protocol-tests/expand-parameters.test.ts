import { describe, expect, it } from "vitest";
import { expandParameters } from "../../src/protocol-tests/expand-parameters.js";

describe("expandParameters", () => {
  it("creates a case for each parameter set, and replaces parameters in keys and values", () => {
    const test = {
      id: "Bad",
      request: { "$name:L": "$value:S $$ $value:L $other:L" },
      testParameters: { name: ["a", "b"], value: ['"', "2"] },
    };
    expect(expandParameters(test)).toEqual([
      { id: "Bad_case0", request: { a: '"\\"" $ " $other:L' } },
      { id: "Bad_case1", request: { b: '"2" $ 2 $other:L' } },
    ]);
  });

  it("keeps the id of a case without parameters", () => {
    expect(expandParameters({ id: "Bad", request: "^$$" })).toEqual([{ id: "Bad", request: "^$" }]);
  });
});
