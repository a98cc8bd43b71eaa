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
  throw new Error("nothing was wrong");
}
const messages = (input: unknown) => errorOf(input).issues.map(({ message }) => message);

describe("parameters that do not fit", () => {
  it("fail with one message for one problem", () => {
    const error = errorOf({});
    expect(error.name).toBe("ParameterValidationError");
    expect(error.message).toBe("missing required value at name");
    expect(error.issues).toEqual([{ path: ["name"], message: "missing required value at name" }]);
  });

  it("fail with all problems at once", () => {
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

  it("tell of unexpected members of unions", () => {
    expect(messages({ name: "tom", food: { grass: 1 } })).toEqual([
      "food must have exactly one of hay, meat, not none",
      "unexpected value at food.grass",
    ]);
  });

  it("tell of the input itself", () => {
    expect(messages("tom")).toEqual(["expected the input to be an object, got a string"]);
    expect(() => checkInput(AnimalList, [])).toThrow("the input must have a length of at least 1");
  });
});

describe("checkInput", () => {
  it.each<[string, object]>([
    ["null for what is optional, which is not sent", { legs: null, food: null }],
    ["no token, since the client makes one", { token: undefined }],
    ["a member of a union that was read without being known", { food: { $unknown: ["x", 1] } }],
    ["an undefined member that the model does not have", { colour: undefined }],
  ])("accepts %s", (_name, members) => {
    expect(() => checkInput(Animal, { name: "tom", ...members })).not.toThrow();
  });
});
