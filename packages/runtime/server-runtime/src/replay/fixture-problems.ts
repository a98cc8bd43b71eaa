import type { $SchemaRef } from "@smithy/types";
import type { OperationDescription } from "@tinsmith/protocols";
import { compileChecks, describeProblem } from "@tinsmith/validation";
import type { Constraints, Violation } from "@tinsmith/validation";
import { asStructure, inputOf, isError, nameOf, outputOf, resolveSchema } from "@tinsmith/schema";
import { isRecord, lowerFirst } from "@tinsmith/values";
import { compilePattern } from "../validation/pattern.js";
import type { Finding, Fixture } from "./fixture.js";
import { streamOf } from "./plain-value.js";
import { restore } from "./restore.js";

/** A part of a fixture that the model does not allow, and its location in the file. */
export interface FixtureProblem extends Finding {
  readonly steps: readonly (string | number)[];
}

/** Validates a fixture against the model. */
export function fixtureProblems(
  fixture: Pick<Fixture, "operation" | "input" | "output" | "error">,
  operation: OperationDescription,
  constraints: Constraints,
): readonly FixtureProblem[] {
  const { input, output, error } = fixture;
  const problems = (
    side: Finding["side"],
    place: readonly string[],
    ref: $SchemaRef,
    node: unknown,
  ) =>
    violationsOf(ref, node, constraints).map((violation): FixtureProblem => ({
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
    const detail = `${error.name} is not an error of the operation`;
    const unmodeled = { kind: "unmodeledError", side: "error", path: "", detail } as const;
    return [...ofInput, { ...unmodeled, steps: ["error", "name"] }];
  }
  // Only the members of the error are validated, because the model does not define the properties
  // of JavaScript's Error.
  const plain = asStructure(schema);
  return [...ofInput, ...problems("error", ["error", "members"], plain, error.members ?? {})];
}

/** Validates a message and each of its events. A stream can only be validated event by event. */
function violationsOf(
  ref: $SchemaRef,
  node: unknown,
  constraints: Constraints,
): readonly Violation[] {
  const stream = streamOf(ref);
  const { events } = stream ?? {};
  if (!stream || !events || !isRecord(node) || node[stream.name] === undefined) {
    return check(ref, restore(ref, node, constraints), constraints);
  }
  const { [stream.name]: list, ...rest } = node;
  const wrong = (at: readonly (string | number)[], problem: Violation["problem"]): Violation => ({
    path: [stream.name, ...at],
    problem,
    inKey: false,
  });
  const ofEvents = (Array.isArray(list) ? list : [list]).flatMap((event: unknown, index) => {
    const [[name, value] = ["", undefined], ...others] = Object.entries(
      isRecord(event) ? event : {},
    );
    const member = events.members.find((one) => one.name === name);
    if (!Array.isArray(list)) {
      return [wrong([], { kind: "type", expected: "a list of events", value: list })];
    }
    if (others.length > 0 || name === "") {
      return [wrong([index], { kind: "type", expected: "an object with one event", value: event })];
    }
    if (!member) return [wrong([index, name], { kind: "unexpected" })];
    const { schema } = resolveSchema(member.ref);
    const plain = typeof schema !== "number" && isError(schema) ? asStructure(schema) : member.ref;
    return check(plain, restore(plain, value, constraints), constraints).map((violation) =>
      wrong([index, name, ...violation.path], violation.problem),
    );
  });
  // The message only requires that the stream is present, so an empty one is enough.
  const whole = restore(ref, { ...rest, [stream.name]: [] }, constraints);
  return [...check(ref, whole, constraints), ...ofEvents];
}

/** Checks a value against its shape. Unknown members are problems, and `null` counts as absent. */
const check = (ref: $SchemaRef, value: unknown, constraints: Constraints): readonly Violation[] =>
  compileChecks(ref, { constraints, as: "parameters", matcher: compilePattern })(value);

function kindOf({ problem, inKey }: Violation): Pick<Finding, "kind" | "detail"> {
  switch (problem.kind) {
    case "missing":
      return { kind: "missingMember", detail: "is required, but absent" };
    case "unexpected":
      return { kind: "unknownMember", detail: "is not a member in the model" };
    case "enum":
      return { kind: "unknownEnumValue", detail: "is not a value of its enum" };
    case "type":
    case "union":
      return { kind: "wrongType", detail: lowerFirst(describeProblem(problem, inKey)) };
    default:
      return { kind: "brokenConstraint", detail: lowerFirst(describeProblem(problem, inKey)) };
  }
}

const pathText = (path: Violation["path"]): string =>
  path
    .map((step) => (typeof step === "number" ? "[]" : `.${step}`))
    .join("")
    .replace(/^\./, "");
