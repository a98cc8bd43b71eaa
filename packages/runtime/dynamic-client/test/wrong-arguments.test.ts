import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defineClient } from "../src/index.js";
import { stubsOf } from "../src/stubs.js";

const model = readFileSync(new URL("../../../../model/model.json", import.meta.url), "utf8");

/** Removes the type of a value, so that tests can pass the value as JavaScript programs do. */
const untyped = (value: unknown): never => value as never;

describe("defineClient", () => {
  it.each([
    [undefined, "undefined"],
    [null, "null"],
    [5n, "5"],
    [() => model, "a function"],
  ])("refuses %s as the model", (input, shown) => {
    expect(() => defineClient(untyped(input))).toThrow(
      new TypeError(
        `The model must be a JSON AST, as text or parsed, or a loaded model. Received ${shown}.`,
      ),
    );
  });

  it.each([
    [null, "The options of defineClient must be an object."],
    ["awsJson", "The options of defineClient must be an object."],
    [
      { servce: "com.example#Weather" },
      'Unknown option "servce" of defineClient. Expected one of: service, simpleJson, protocols.',
    ],
    [{ simpleJson: "yes" }, 'The option "simpleJson" must be of type boolean. Received string.'],
    [{ protocols: null }, 'The option "protocols" must be of type object. Received null.'],
    [{ protocols: { "acme#json": null } }, 'protocols["acme#json"].client must be a function.'],
  ])("refuses the options %j", (options, message) => {
    expect(() => defineClient(model, untyped(options))).toThrow(new TypeError(message));
  });

  it("accepts undefined options", () => {
    expect(() => defineClient(model, untyped({ service: undefined }))).not.toThrow();
  });
});

describe("stubsOf", () => {
  it.each([undefined, 5, "Metering", Date])("refuses %s as the class", (value) => {
    expect(() => stubsOf(untyped(value))).toThrow(
      new TypeError("The client class must be one that defineClient created."),
    );
  });
});
