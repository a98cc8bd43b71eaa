import { describe, expect, it } from "vitest";
import { checkInput, ParameterValidationError } from "../../src/params/index.js";
import { Animal, AnimalList } from "../zoo.js";

function errorOf(input: unknown): ParameterValidationError {
  try {
    checkInput(Animal, input);
  } catch (error) {
    if (error instanceof ParameterValidationError) return error;
    throw error;
  }
  throw new Error("checkInput accepted the input.");
}
const messages = (input: unknown) => errorOf(input).issues.map(({ message }) => message);

describe("checkInput", () => {
  it("throws an error with a short message for a single problem", () => {
    const error = errorOf({});
    expect(error.name).toBe("ParameterValidationError");
    expect(error.message).toBe("missing required value at name");
    expect(error.issues).toEqual([{ path: ["name"], message: "missing required value at name" }]);
  });

  it("lists all problems in one error", () => {
    expect(
      errorOf({ nme: "tom", young: [{ name: "tom", born: "2026-11-01", tags: { "a b": 1 } }] })
        .message,
    ).toBe(
      [
        "The parameters have 5 problems:",
        "- missing required value at name",
        "- expected young[0].born to be a Date, got a string",
        '- the key of young[0].tags["a b"] must match the pattern ^k',
        '- expected young[0].tags["a b"] to be a string, got a number',
        "- unexpected value at nme",
      ].join("\n"),
    );
  });

  it("reports unexpected members of unions", () => {
    expect(messages({ name: "tom", food: { grass: 1 } })).toEqual([
      "food must have exactly one of hay, meat, not none",
      "unexpected value at food.grass",
    ]);
  });

  it("reports problems of the input itself", () => {
    expect(messages("tom")).toEqual(["expected the input to be an object, got a string"]);
    expect(() => checkInput(AnimalList, [])).toThrow("the input must have a length of at least 1");
  });

  it.each<[string, object]>([
    ["null for an optional member, because it is not sent", { legs: null, food: null }],
    ["a missing token, because the client generates one", { token: undefined }],
    ["a union member that was unknown when it was read", { food: { $unknown: ["x", 1] } }],
    ["an undefined member that is not in the model", { color: undefined }],
  ])("accepts %s", (_name, members) => {
    expect(() => checkInput(Animal, { name: "tom", ...members })).not.toThrow();
  });
});
