export { canonical } from "./canonical.js";
export { type Checks, type CheckOptions, compileChecks } from "./compile-checks.js";
export { lengthOf } from "./constraint-checks.js";
export type {
  Bounds,
  Constraints,
  MemberConstraints,
  NumberKind,
  ShapeConstraints,
} from "./constraints.js";
export type { JsonSchema } from "./json-schema.js";
export { matchWithRegExp, type PatternMatcher } from "./pattern.js";
export type { Problem, Violation } from "./problem.js";
export {
  isIdempotencyToken,
  type ListView,
  type MapView,
  type MemberView,
  type ShapeView,
  type SimpleKind,
  type SimpleView,
  type StructureView,
  viewOf,
} from "./schema-view.js";
export { type ValidatedShape, type Validator, validator, withPatternMatcher } from "./validator.js";
export { describeProblem } from "./wording.js";
