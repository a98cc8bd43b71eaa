import { describe, expect, it } from "vitest";
import { demo, planOf } from "./load-plan.js";

describe("the planned waiters of an operation", () => {
  const plan = planOf(
    demo("a: String").replace(
      "operation Do {",
      `@smithy.waiters#waitable(
  Gone: { minDelay: 5, acceptors: [
    { state: "success", matcher: { errorType: "NotFoundCode" } }
    { state: "failure", matcher: { errorType: "Unheard" } }
  ] }
  Found: { acceptors: [{ state: "success", matcher: { output: { path: "b", expected: "x", comparator: "stringEquals" } } }] }
) operation Do { errors: [NotFound] output := { b: String },`,
    ),
    `$version: "2"
namespace demo
@error("client") @aws.protocols#awsQueryError(code: "NotFoundCode", httpResponseCode: 404) structure NotFound {}`,
  );
  const waiters = plan.operations[0]?.waiters ?? [];

  it("are sorted by name, with the default delays of the specification", () => {
    expect(waiters.map(({ name, minDelay, maxDelay }) => [name, minDelay, maxDelay])).toEqual([
      ["Found", 2, 120],
      ["Gone", 5, 120],
    ]);
  });

  it("contain parsed paths", () => {
    expect(waiters[0]?.acceptors[0]?.matcher).toMatchObject({
      kind: "output",
      path: "b",
      expression: { kind: "field", name: "b" },
    });
  });

  it("contain the error shape for an awsQuery code, and the name of an unknown error", () => {
    expect(waiters[1]?.acceptors.map(({ matcher }) => matcher)).toEqual([
      { kind: "errorType", errorType: "NotFound", error: "demo#NotFound" },
      { kind: "errorType", errorType: "Unheard", error: undefined },
    ]);
  });
});
