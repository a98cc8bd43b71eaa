import { lowerFirst } from "@tinsmith/values";
import type { Problem, Violation } from "../problem.js";
import { nameOfValue } from "../type-checks.js";
import { describeProblem } from "../wording.js";

/** One thing that is wrong with the parameters of a call. */
export interface ParameterIssue {
  /** Names of members, keys of maps and indexes of lists, from the input of the operation. */
  readonly path: readonly (string | number)[];
  /** What is wrong and where: `missing required value at UsageRecords[0].Timestamp`. It holds no values. */
  readonly message: string;
}

/**
 * The parameters of a call do not fit the model. Nothing was sent. The message tells all problems
 * at once, with their paths, and none of the values.
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

/** The path as code would have it: `UsageRecords[0].Tags["a b"]`. */
export function pathText(path: readonly (string | number)[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(step)) text += text ? `.${step}` : step;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text || "the input";
}
