import type { $SchemaRef } from "@smithy/types";
import { compileChecks } from "@tinsmith/validation";
import type { Constraints } from "@tinsmith/validation";
import { toValidationProblem } from "./messages.js";
import type { ValidationProblem } from "./messages.js";
import { compilePattern } from "./pattern.js";

/**
 * Returns all problems of a value in the order of its members. If the value is valid, the result is
 * a shared empty list.
 */
export type Validator = (value: unknown) => readonly ValidationProblem[];

/**
 * Compiles the constraints of a shape, and of all shapes that it reaches, into closures. Types are
 * not checked, because protocols read strictly. Members without constraints, at any depth, add no
 * work at run time.
 *
 * @param schema - the shape, usually an operation's input
 * @param constraints - the effective constraints of the model
 */
export function compileValidator(schema: $SchemaRef, constraints: Constraints): Validator {
  const checks = compileChecks(schema, { constraints, as: "constraints", matcher: compilePattern });
  return (value) => {
    const violations = checks(value);
    return violations.length === 0 ? noProblems : violations.map(toValidationProblem);
  };
}

const noProblems: readonly ValidationProblem[] = Object.freeze([]);
