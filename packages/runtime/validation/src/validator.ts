import type { $SchemaRef } from "@smithy/types";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";

import { isMember, nameOf } from "@tinsmith/schema";
import { checkValidator } from "./check-argument.js";
import { compileChecks } from "./compile-checks.js";
import type { CheckOptions, Checks } from "./compile-checks.js";
import type { Constraints, MemberConstraints, ShapeConstraints } from "./constraints.js";
import { toJsonSchema } from "./json-schema.js";
import { checkMatcher } from "./pattern.js";
import type { PatternMatcher } from "./pattern.js";
import { describeProblem } from "./wording.js";

/**
 * Validates values of one shape. A validator implements Standard Schema and Standard JSON Schema
 * (version 1), so it works with every library that supports them.
 *
 * A value is valid if it has the types of the generated interface and satisfies the constraint
 * traits of the model. The result lists all problems, each with its path. Enum values that are not
 * in the model are invalid; additional members are allowed. A valid value is returned unchanged:
 * nothing is converted, removed or filled in.
 *
 * @public
 */
export interface Validator<T> {
  readonly "~standard": StandardJSONSchemaV1.Props<T, T> & {
    readonly validate: (value: unknown) => StandardSchemaV1.Result<T>;
  };
  /** The shape that the validator was created from. */
  readonly shape: ValidatedShape;
}

/**
 * The description of a shape that generated code passes to {@link validator}.
 *
 * @internal
 */
export interface ValidatedShape {
  readonly schema: $SchemaRef;
  /** The constraints of the shape's members. */
  readonly members?: ShapeConstraints;
  /** The constraints of the shape itself. */
  readonly own?: MemberConstraints;
  /** The shapes of members that have constraints, or that refer to shapes with constraints. */
  readonly uses?: () => readonly { readonly shape: ValidatedShape }[];
}

/**
 * Creates the validator of a shape. Its checks are compiled when it validates its first value.
 *
 * @public
 */
export const validator = <T>(
  schema: $SchemaRef,
  rest: Omit<ValidatedShape, "schema"> = {},
): Validator<T> => fromShape({ schema, ...rest }, undefined);

/**
 * Creates a copy of a validator that matches patterns with another function. If a pattern repeats a
 * group, a malicious text can make JavaScript's regular expressions run practically forever. To
 * validate untrusted values, pass a matcher that runs in linear time.
 *
 * @public
 */
export function withPatternMatcher<T>(
  validatorOfShape: Validator<T>,
  matcher: PatternMatcher,
): Validator<T> {
  checkValidator(validatorOfShape, "withPatternMatcher");
  checkMatcher(matcher, "The second argument of withPatternMatcher");
  return fromShape(validatorOfShape.shape, matcher);
}

function fromShape<T>(shape: ValidatedShape, matcher: PatternMatcher | undefined): Validator<T> {
  let checks: Checks | undefined;
  const jsonSchema = ({ target }: StandardJSONSchemaV1.Options) =>
    toJsonSchema(shape.schema, constraintsBelow(shape), shape.own, target);
  return {
    shape,
    "~standard": {
      version: 1,
      vendor: "tinsmith",
      validate: (value) => {
        checks ??= compileShape(shape, { as: "value", matcher });
        const violations = checks(value);
        if (violations.length === 0) return { value: accepted<T>(value) };
        return {
          issues: violations.map(({ path, inKey, problem }) => ({
            message: describeProblem(problem, inKey),
            path,
          })),
        };
      },
      jsonSchema: { input: jsonSchema, output: jsonSchema },
    },
  };
}

// The checks have passed. The compiler cannot infer this.
const accepted = <T>(value: unknown): T => value as T;

/** Compiles the checks of a shape with its constraints. */
export const compileShape = (
  shape: ValidatedShape,
  options: Omit<CheckOptions, "constraints" | "own">,
): Checks =>
  compileChecks(shape.schema, {
    ...options,
    constraints: constraintsBelow(shape),
    own: shape.own,
  });

/** Collects the constraints of a shape and of all shapes that it uses, by their names. */
function constraintsBelow(shape: ValidatedShape): Constraints {
  const found = new Map<string, ShapeConstraints>();
  const seen = new Set<ValidatedShape>();
  const pending = [shape];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const { schema, members, uses } = next;
    if (members && Array.isArray(schema) && !isMember(schema)) found.set(nameOf(schema), members);
    for (const { shape: used } of uses?.() ?? []) pending.push(used);
  }
  return Object.fromEntries(found);
}
