import type { StaticErrorSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { errorMessageOf } from "../../src/service/error-message.js";
import { ServiceError } from "../../src/service/service-error.js";

const Named$: StaticErrorSchema = [
  -3,
  "example",
  "Named",
  { error: "client" },
  ["message", "name", "stack", "cause", "code"],
  [0, 0, 0, 0, 0],
];

const dataOf = (thrown: unknown) => errorMessageOf(thrown, [Named$])?.data;

describe("error members with the names of properties of JavaScript errors", () => {
  it("are read from the data of a service error, which has `_name` or `name` for the member name", () => {
    const details = { name: "Named", $fault: "client", message: "m" } as const;
    const expected = { message: "m", name: "n", stack: "s", cause: "c", code: "d" };
    for (const name of ["_name", "name"]) {
      const error = new ServiceError(details, { [name]: "n", stack: "s", cause: "c", code: "d" });
      expect(error.name).toBe("Named");
      expect(dataOf(error)).toEqual(expected);
    }
  });

  it("are read from a plain object", () => {
    expect(dataOf({ name: "Named", _name: "n", stack: "s" })).toEqual({ name: "n", stack: "s" });
  });

  it("are not read from the name, the stack and the cause that JavaScript sets", () => {
    const error = Object.assign(new Error("m", { cause: new Error("secret") }), { name: "Named" });
    expect(dataOf(error)).toEqual({ message: "m" });
  });
});
