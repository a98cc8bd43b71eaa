import type { $SchemaRef } from "@smithy/types";
import type { OperationDescription } from "@tinsmith/protocols";
import {
  compileChecks,
  type Constraints,
  describeProblem,
  type Violation,
} from "@tinsmith/validation";

import { asStructure, inputOf, nameOf, outputOf } from "@tinsmith/schema";
import { lowerFirst } from "@tinsmith/values";
import { compilePattern } from "../validation/pattern.js";
import type { Finding, Fixture } from "./fixture.js";
import { restore } from "./restore.js";

/** Something in a fixture that the model does not allow, and where in its file it stands. */
export interface FixtureProblem extends Finding {
  readonly steps: readonly (string | number)[];
}

/** Holds all of a fixture against the model. */
export const fixtureProblems = (
  fixture: Pick<Fixture, "operation" | "input" | "output" | "error">,
  operation: OperationDescription,
  constraints: Constraints,
): readonly FixtureProblem[] => {
  const { input, output, error } = fixture;
  const problems = (
    side: Finding["side"],
    place: readonly string[],
    ref: $SchemaRef,
    node: unknown,
  ) =>
    check(ref, restore(ref, node, constraints), constraints).map((violation): FixtureProblem => ({
      ...kindOf(violation),
      side,
      path: pathText(violation.path),
      steps: [...place, ...violation.path],
    }));
  const ofInput = problems("input", ["input"], inputOf(operation.schema), input);
  if (!error)
    return [
      ...ofInput,
      ...problems("output", ["output"], outputOf(operation.schema), output ?? {}),
    ];
  const schema = operation.errors.find((candidate) => nameOf(candidate) === error.name);
  if (!schema) {
    const detail = `${error.name} is no error of the operation`;
    const unmodeled = { kind: "unmodeledError", side: "error", path: "", detail } as const;
    return [...ofInput, { ...unmodeled, steps: ["error", "name"] }];
  }
  // Its data alone: what JavaScript has of every error is no matter of the model.
  const plain = asStructure(schema);
  return [...ofInput, ...problems("error", ["error", "members"], plain, error.members ?? {})];
};

/** With unknown members as problems; what `null` means is the protocol's matter. */
const check = (ref: $SchemaRef, value: unknown, constraints: Constraints): readonly Violation[] =>
  compileChecks(ref, { constraints, as: "parameters", matcher: compilePattern })(value);

const kindOf = ({ problem, inKey }: Violation): Pick<Finding, "kind" | "detail"> => {
  switch (problem.kind) {
    case "missing":
      return { kind: "missingMember", detail: "is required, and absent" };
    case "unexpected":
      return { kind: "unknownMember", detail: "is no member of the model" };
    case "enum":
      return { kind: "unknownEnumValue", detail: "is no value of its enum" };
    case "type":
    case "union":
      return { kind: "wrongType", detail: lowerFirst(describeProblem(problem, inKey)) };
    default:
      return { kind: "brokenConstraint", detail: lowerFirst(describeProblem(problem, inKey)) };
  }
};

const pathText = (path: Violation["path"]): string =>
  path
    .map((step) => (typeof step === "number" ? "[]" : `.${step}`))
    .join("")
    .replace(/^\./, "");
