import type { $SchemaRef, HandlerExecutionContext } from "@smithy/types";

import { checkArgument, checkNames, checkValidator } from "../check-argument.js";
import { compileChecks } from "../compile-checks.js";
import type { Checks } from "../compile-checks.js";
import type { Constraints } from "../constraints.js";
import { checkMatcher } from "../pattern.js";
import type { PatternMatcher } from "../pattern.js";
import { compileShape } from "../validator.js";
import type { ValidatedShape, Validator } from "../validator.js";
import { inputSchemaOf } from "./input-schema.js";
import type { ParameterPlugin } from "./parameter-plugin.js";
import { ParameterValidationError } from "./parameter-validation-error.js";

export interface ParameterValidationOptions {
  /**
   * Set to false to skip lengths, ranges, patterns, enums and unique items. A call then fails only
   * if values are missing, unexpected or of the wrong type. Default: true.
   */
  readonly constraints?: boolean;
  /** Compiles the patterns of the model. Default: JavaScript's regular expressions. */
  readonly matcher?: PatternMatcher;
}

/**
 * Creates a plugin for a client or a command. It checks the input of each call before all other
 * middleware. If the input is invalid, the call fails with {@link ParameterValidationError} and
 * nothing is sent.
 *
 * @param constraints - the constraints that the service's package of types exports
 */
export function parameterValidation(
  constraints: Constraints,
  options: ParameterValidationOptions = {},
): ParameterPlugin {
  checkNames(options, ["constraints", "matcher"], "The options of validateParams");
  const { constraints: all = true, matcher } = options;
  checkArgument(typeof all === "boolean", 'The option "constraints" must be a boolean', all);
  if (matcher !== undefined) checkMatcher(matcher, 'The option "matcher"');
  const kept = all ? constraints : withoutTraits(constraints);
  const compiled = new WeakMap<object, Checks>();
  const checksOf = (schema: Exclude<$SchemaRef, string | number>): Checks => {
    let checks = compiled.get(schema);
    if (!checks) {
      checks = compileChecks(schema, { constraints: kept, as: "parameters", matcher });
      compiled.set(schema, checks);
    }
    return checks;
  };
  const check = (context: HandlerExecutionContext, input: object): void => {
    const schema = inputSchemaOf(context);
    const violations = schema ? checksOf(schema)(input) : [];
    if (violations.length > 0) throw new ParameterValidationError(violations);
  };
  return {
    applyToStack: (stack) =>
      stack.add(
        (next, context) => async (args) => {
          check(context, args.input);
          return next(args);
        },
        {
          name: "parameterValidationMiddleware",
          step: "initialize",
          tags: ["PARAMETER_VALIDATION"],
          override: true,
        },
      ),
  };
}

/** Keeps only `required` and the numeric types, so that constraint traits are not checked. */
const withoutTraits = (constraints: Constraints): Constraints =>
  mapValues(constraints, (members) =>
    mapValues(members, ({ required, number }) => ({
      ...(required !== undefined && { required }),
      ...(number !== undefined && { number }),
    })),
  );

const mapValues = <From, To>(
  object: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

const compiledShapes = new WeakMap<ValidatedShape, Checks>();

/**
 * Checks parameters in the same way as {@link parameterValidation}, but without a client.
 *
 * @param shape - the validator of the operation's input
 * @throws ParameterValidationError with all problems if there are any
 */
export const checkInput: <T>(shape: Validator<T>, input: unknown) => asserts input is T = (
  given,
  input,
) => {
  checkValidator(given, "checkInput");
  const { shape } = given;
  let checks = compiledShapes.get(shape);
  if (!checks) {
    checks = compileShape(shape, { as: "parameters" });
    compiledShapes.set(shape, checks);
  }
  const violations = checks(input);
  if (violations.length > 0) throw new ParameterValidationError(violations);
};
