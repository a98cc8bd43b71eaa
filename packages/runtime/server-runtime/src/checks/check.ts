import * as v from "valibot";
import { describeValue } from "./describe-value.js";

/**
 * Checks an argument of a public function.
 *
 * @param what - names the argument in messages: `handler of handles()`
 * @throws TypeError that names the argument, the value and what is allowed
 */
export function checkArgument(schema: v.GenericSchema, value: unknown, what: string): void {
  const { issues = [] } = v.safeParse(schema, value);
  throwProblems(problemsOf(issues, what, (path) => `member "${path}" of ${what}`));
}

/**
 * Checks the options of a public function.
 *
 * @param call - names the function in messages: `listen()`
 * @throws TypeError that names each wrong option, its value and what is allowed
 */
export function checkOptions(schema: v.GenericSchema, value: unknown, call: string): void {
  const { issues = [] } = v.safeParse(schema, value);
  throwProblems(problemsOf(issues, `options of ${call}`, (path) => `option "${path}" of ${call}`));
}

/**
 * Returns a sentence for each problem of a value.
 *
 * @param root - the name of the value itself
 * @param inner - names a part of the value by its path
 */
export function problemsOf(
  issues: readonly v.BaseIssue<unknown>[],
  root: string,
  inner: (path: string) => string,
): readonly string[] {
  return issues.map((issue) => {
    const path = v.getDotPath(issue);
    return sentenceOf(issue, path === null ? root : inner(path), path !== null);
  });
}

function sentenceOf(issue: v.BaseIssue<unknown>, place: string, isInner: boolean): string {
  const { type, expected, input, message } = issue;
  if (message.startsWith("Unknown ")) return message;
  if (isInner && (type === "strict_object" || type === "loose_object")) {
    if (expected === "never") return `Unknown ${place}. ${message}`;
    if (input === undefined) return `Missing ${place}.`;
  }
  return `Invalid ${place}: ${describeValue(input)}. ${expectationOf(issue)}`;
}

/** Returns the message of the schema, instead of the default of the library. */
function expectationOf({ message, expected }: v.BaseIssue<unknown>): string {
  return message.startsWith("Invalid ") ? `Expected ${expected ?? "another value"}.` : message;
}

function throwProblems(problems: readonly string[]): void {
  if (problems.length > 0) throw new TypeError(problems.join("\n"));
}
