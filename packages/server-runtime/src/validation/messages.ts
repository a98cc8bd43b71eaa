import type { Bounds } from "./constraints.js";

/** One value that breaks one constraint, in the form of `smithy.framework#ValidationExceptionField`. */
export interface ValidationProblem {
  /** A JSON pointer to the value: `/UsageRecords/0/Dimension`. */
  readonly path: string;
  readonly message: string;
}

/** The message of `smithy.framework#ValidationException` for all problems of one request. */
export const summarize = (problems: readonly ValidationProblem[]): string =>
  `${problems.length} validation error${problems.length === 1 ? "" : "s"} detected. ` +
  problems.map((problem) => problem.message).join("; ");

export const missing = (path: string): ValidationProblem => at(path, "must not be null");

export const badLength = (path: string, length: number, bounds: Bounds): ValidationProblem => ({
  path,
  message:
    `Value with length ${length} at '${path}' failed to satisfy constraint: ` +
    `Member must have length ${within(bounds)}`,
});

export const outOfRange = (path: string, bounds: Bounds): ValidationProblem =>
  at(path, `must be ${within(bounds)}`);

export const patternMismatch = (path: string, pattern: string): ValidationProblem =>
  at(path, `must satisfy regular expression pattern: ${pattern}`);

export const notInEnum = (path: string, values: readonly (string | number)[]): ValidationProblem =>
  at(path, `must satisfy enum value set: [${values.join(", ")}]`);

export const duplicateItems = (path: string): ValidationProblem =>
  at(path, "must have unique values");

const at = (path: string, demand: string): ValidationProblem => ({
  path,
  message: `Value at '${path}' failed to satisfy constraint: Member ${demand}`,
});

const within = ({ min, max }: Bounds): string => {
  if (min === undefined) return `less than or equal to ${max}`;
  if (max === undefined) return `greater than or equal to ${min}`;
  return `between ${min} and ${max}, inclusive`;
};
