import type { Bounds, Problem, Violation } from "@tinsmith/validation";

/**
 * A value that violates a constraint, in the form of `smithy.framework#ValidationExceptionField`.
 */
export interface ValidationProblem {
  /** A JSON pointer to the value: `/UsageRecords/0/Dimension`. */
  readonly path: string;
  readonly message: string;
}

/** Returns the message of `smithy.framework#ValidationException` for all problems of a request. */
export const summarize = (problems: readonly ValidationProblem[]): string =>
  `${problems.length} validation error${problems.length === 1 ? "" : "s"} detected. ` +
  problems.map((problem) => problem.message).join("; ");

/** Describes a violation with the wording of the framework. */
export function toValidationProblem({ path, inKey, problem }: Violation): ValidationProblem {
  // A pointer cannot address a key, so the problems of keys are reported for the map.
  const pointer = toPointer(inKey ? path.slice(0, -1) : path);
  const length = problem.kind === "length" ? ` with length ${problem.length}` : "";
  return {
    path: pointer,
    message: `Value${length} at '${pointer}' failed to satisfy constraint: Member ${demand(problem)}`,
  };
}

/** Returns a JSON pointer (RFC 6901). */
const toPointer = (path: Violation["path"]): string =>
  path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

function demand(problem: Problem): string {
  switch (problem.kind) {
    case "missing":
      return "must not be null";
    case "length":
      return `must have length ${within(problem.bounds)}`;
    case "range":
      return `must be ${within(problem.bounds)}`;
    case "pattern":
      return `must satisfy regular expression pattern: ${problem.pattern}`;
    case "enum":
      return `must satisfy enum value set: [${problem.values.join(", ")}]`;
    case "uniqueItems":
      return "must have unique values";
    case "type":
      return `must be ${problem.expected}`;
    case "union":
      return "must have exactly one member set";
    case "unexpected":
      return "must not be there";
  }
}

function within({ min, max }: Bounds): string {
  if (min === undefined) return `less than or equal to ${max}`;
  if (max === undefined) return `greater than or equal to ${min}`;
  return `between ${min} and ${max}, inclusive`;
}
