import { lowerFirst } from "@tinsmith/values";
import type { Problem, Violation } from "../problem.js";
import { nameOfValue } from "../type-checks.js";
import { describeProblem } from "../wording.js";

/** One problem with the parameters of a call. */
export interface ParameterIssue {
  /** Names of members, keys of maps and indexes of lists, starting at the operation's input. */
  readonly path: readonly (string | number)[];
  /**
   * Describes the problem and its position, without the value: `missing required value at
   * UsageRecords[0].Timestamp`.
   */
  readonly message: string;
}

/**
 * Thrown if the parameters of a call do not match the model. In that case nothing was sent. The
 * message lists all problems with their paths, but without the values.
 */
export class ParameterValidationError extends Error {
  override readonly name = "ParameterValidationError";
  readonly issues: readonly ParameterIssue[];

  constructor(violations: readonly Violation[]) {
    const issues = violations.map((violation) => ({
      path: violation.path,
      message: messageOf(violation),
    }));
    const [first] = issues;
    super(
      issues.length === 1 && first
        ? first.message
        : `The parameters have ${issues.length} problems:\n${issues.map(({ message }) => `- ${message}`).join("\n")}`,
    );
    this.issues = issues;
  }
}

function messageOf({ path, inKey, problem }: Violation): string {
  const place = pathText(path);
  switch (problem.kind) {
    case "missing":
      return `missing required value at ${place}`;
    case "unexpected":
      return `unexpected value at ${place}`;
    case "type":
      return `expected ${place} to be ${problem.expected}, got ${nameOfValue(problem.value)}`;
    default:
      return `${inKey ? "the key of " : ""}${place} ${lowerFirst(describeProblem(problem satisfies Problem))}`;
  }
}

/** Formats a path as a JavaScript expression: `UsageRecords[0].Tags["a b"]`. */
export function pathText(path: readonly (string | number)[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(step)) text += text ? `.${step}` : step;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text || "the input";
}
