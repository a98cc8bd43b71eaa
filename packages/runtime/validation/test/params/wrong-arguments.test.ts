import { describe, expect, it } from "vitest";
import { withPatternMatcher } from "../../src/index.js";
import {
  checkInput,
  convertInput,
  parameterConversion,
  parameterValidation,
} from "../../src/params/index.js";
import { Animal } from "../zoo.js";

/** Calls a function as untyped JavaScript can: with arguments that its types do not allow. */
const call = (function_: (...args: never[]) => unknown, ...args: readonly unknown[]): unknown =>
  Reflect.apply(function_, undefined, args);

describe("the public functions with wrong arguments", () => {
  it.each<[string, () => unknown, string]>([
    [
      "checkInput without a validator",
      () => call(checkInput, "Animal", {}),
      'The first argument of checkInput must be a generated validator. Received "Animal".',
    ],
    [
      "convertInput without a validator",
      () => call(convertInput, undefined, {}, {}),
      "The first argument of convertInput must be a generated validator. Received undefined.",
    ],
    [
      "convertInput without conversions",
      () => call(convertInput, Animal, {}),
      "The conversions of convertInput must be an object. Received undefined.",
    ],
    [
      "convertParams without conversions",
      () => call(parameterConversion),
      "The conversions of convertParams must be an object. Received undefined.",
    ],
    [
      "convertParams with an unknown conversion",
      () => call(parameterConversion, { date: true }),
      "The conversions of convertParams must have no names but number, string, boolean, timestamp, " +
        'blob. Received "date".',
    ],
    [
      "convertParams with an unknown encoding",
      () => call(parameterConversion, { blob: "hex" }),
      'The conversion "blob" must be one of: base64, utf8. Received "hex".',
    ],
    [
      "validateParams with options that are null",
      () => call(parameterValidation, {}, null),
      "The options of validateParams must be an object. Received null.",
    ],
    [
      "validateParams with an unknown option",
      () => call(parameterValidation, {}, { constraint: false }),
      'The options of validateParams must have no names but constraints, matcher. Received "constraint".',
    ],
    [
      "validateParams with a text as an option",
      () => call(parameterValidation, {}, { constraints: "no" }),
      'The option "constraints" must be a boolean. Received "no".',
    ],
    [
      "withPatternMatcher without a validator",
      () => call(withPatternMatcher, 5n, () => () => true),
      "The first argument of withPatternMatcher must be a generated validator. Received 5.",
    ],
    [
      "withPatternMatcher without a matcher",
      () => call(withPatternMatcher, Animal, /a/),
      "The second argument of withPatternMatcher must be a function. Received an object.",
    ],
  ])("refuse %s", (_, attempt, message) => {
    expect(attempt).toThrow(new TypeError(message));
  });

  it("accept undefined options and conversions", () => {
    expect(() => call(parameterConversion, { timestamp: true, blob: undefined })).not.toThrow();
    expect(() => call(parameterValidation, {}, { constraints: undefined })).not.toThrow();
  });
});
