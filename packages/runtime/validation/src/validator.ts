import type { $SchemaRef } from "@smithy/types";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";

import { isMember, nameOf } from "@tinsmith/schema";
import { compileChecks } from "./compile-checks.js";
import type { CheckOptions, Checks } from "./compile-checks.js";
import type { Constraints, MemberConstraints, ShapeConstraints } from "./constraints.js";
import { toJsonSchema } from "./json-schema.js";
import type { PatternMatcher } from "./pattern.js";
import { describeProblem } from "./wording.js";

/**
 * Checks values of one shape. It is a Standard Schema and a Standard JSON Schema (version 1), so
 * that any library which takes these takes it.
 *
 * A value is accepted where its types are those of the generated interfaces and it keeps the
 * model's constraint traits; all that is wrong is told at once, each with its path. A value of an
 * enum that the model does not know is refused; a member that the model does not know is let pass.
 * The value itself is handed on as it is: nothing is converted, removed or filled in.
 *
 * @public
 */
export interface Validator<T> {
  readonly "~standard": StandardJSONSchemaV1.Props<T, T> & {
    readonly validate: (value: unknown) => StandardSchemaV1.Result<T>;
  };
  /** What it was made from. */
  readonly shape: ValidatedShape;
}

/**
 * A shape as generated code describes it to {@link validator}.
 *
 * @internal
 */
export interface ValidatedShape {
  readonly schema: $SchemaRef;
  /** What is demanded of the members of the shape itself. */
  readonly members?: ShapeConstraints;
  /** What is demanded of a value of the shape, wherever it stands. */
  readonly own?: MemberConstraints;
  /** Shapes of members that have constraints of their own, or lead to some. */
  readonly uses?: () => readonly { readonly shape: ValidatedShape }[];
}

/**
 * Makes the validator of a shape. Nothing is compiled before the first value is checked.
 *
 * @param members - the constraints of its members
 *
 * @public
 */
export const validator = <T>(
  schema: $SchemaRef,
  rest: Omit<ValidatedShape, "schema"> = {},
): Validator<T> => fromShape({ schema, ...rest }, undefined);

/**
 * The same validator with another way to match patterns. JavaScript's own regular expressions can
 * be kept busy by a text made for it, where a pattern repeats a group: whoever takes values from
 * strangers passes a matcher that runs in linear time.
 *
 * @public
 */
export const withPatternMatcher = <T>(
  { shape }: Validator<T>,
  matcher: PatternMatcher,
): Validator<T> => fromShape(shape, matcher);

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

// The checks have found that it is one; there is no way to tell the compiler.
const accepted = <T>(value: unknown): T => value as T;

/** Compiles the checks of a validator's shape. */
export const compileShape = (
  shape: ValidatedShape,
  options: Omit<CheckOptions, "constraints" | "own">,
): Checks =>
  compileChecks(shape.schema, {
    ...options,
    constraints: constraintsBelow(shape),
    own: shape.own,
  });

/** The constraints of a shape and of all that it leads to, by the names in their schemas. */
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
