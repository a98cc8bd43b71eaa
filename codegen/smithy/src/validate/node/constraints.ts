import type { NodeValue, Shape } from "../../model/model.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import {
  hasTrait,
  idRefTrait,
  lengthTrait,
  patternTrait,
  rangeTrait,
  trait,
} from "../../traits/index.js";
import { enumValuesOf } from "../enum-values.js";
import { ticked } from "../shape-text.js";
import { checkIdRef } from "./id-ref.js";
import { matchesPattern } from "./patterns.js";
import { placed } from "./node-context.js";
import type { NodeContext, NodePath } from "./node-context.js";

/**
 * Checks the constraint traits of a member or of its target. `shape` carries the traits and is
 * named in messages; `target` determines the kind of value.
 */
export function checkConstraints(
  context: NodeContext,
  shape: Shape,
  target: Shape,
  value: NodeValue,
  path: NodePath,
): void {
  checkLength(context, shape, target, value, path);
  checkRange(context, shape, value, path);
  if (typeof value === "string") {
    checkPattern(context, shape, value, path);
    checkEnum(context, shape, value, path);
    if (hasTrait(shape, idRefTrait)) checkIdRef(context, shape, value, path);
  }
  if (shape.type === "intEnum" && typeof value === "number") {
    checkEnum(context, shape, value, path);
  }
}

function checkLength(
  context: NodeContext,
  shape: Shape,
  target: Shape,
  value: NodeValue,
  path: NodePath,
): void {
  const { min, max } = trait(shape, lengthTrait) ?? {};
  if (min === undefined && max === undefined) return;
  if (typeof value === "string" && target.type !== "blob") {
    const count = [...value].length;
    const provided = `String value provided for \`${shape.id}\` must be`;
    if (min !== undefined && count < min) {
      const only = `but the provided value is only ${count} characters.`;
      report(context, path, `${provided} >= ${min} characters, ${only}`);
    }
    if (max !== undefined && count > max) {
      const found = `but the provided value is ${count} characters.`;
      report(context, path, `${provided} <= ${max} characters, ${found}`);
    }
    return;
  }
  const size = sizeOf(value);
  if (size === undefined) return;
  const [count, unit] = size;
  const provided = `Value provided for \`${shape.id}\` must have`;
  if (min !== undefined && count < min) {
    const only = `but the provided value only has ${count} ${unit}`;
    report(context, path, `${provided} at least ${min} ${unit}, ${only}`);
  }
  if (max !== undefined && count > max) {
    const found = `but the provided value has ${count} ${unit}`;
    report(context, path, `${provided} no more than ${max} ${unit}, ${found}`);
  }
}

function sizeOf(value: NodeValue): readonly [number, string] | undefined {
  if (typeof value === "string") return [new TextEncoder().encode(value).length, "bytes"];
  if (isNodeArray(value)) return [value.length, "elements"];
  if (isNodeObject(value)) return [Object.keys(value).length, "entries"];
  return undefined;
}

function checkRange(context: NodeContext, shape: Shape, written: NodeValue, path: NodePath): void {
  const value = typeof written === "string" ? notNumeric.get(written) : written;
  if (typeof value !== "number" || !hasTrait(shape, rangeTrait)) return;
  const { min, max } = trait(shape, rangeTrait) ?? {};
  const lenient = context.options.lenientZero === true && value === 0;
  const error = (bound: string) =>
    context.report({
      severity: lenient ? "WARNING" : (context.options.constraintSeverity ?? "ERROR"),
      message: `Value provided for \`${shape.id}\` must be ${bound}, but found ${JSON.stringify(written)}`,
      ...placed(path),
      suffix: shape.type === "member" ? "Member.InvalidRange" : "Target.InvalidRange",
    });
  if (Number.isNaN(value)) {
    error("a number because the `smithy.api#range` trait is applied");
    return;
  }
  if (min !== undefined && value < min) error(`greater than or equal to ${min}`);
  if (max !== undefined && value > max) error(`less than or equal to ${max}`);
}

/** The spellings of floats that JSON numbers cannot express. */
const notNumeric: ReadonlyMap<string, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

function checkPattern(context: NodeContext, shape: Shape, value: string, path: NodePath): void {
  const pattern = trait(shape, patternTrait);
  if (pattern === undefined || matchesPattern(pattern, value)) return;
  report(
    context,
    path,
    `String value provided for \`${shape.id}\` must match regular expression: ${pattern}`,
  );
}

function checkEnum(
  context: NodeContext,
  shape: Shape,
  value: string | number,
  path: NodePath,
): void {
  const values = enumValuesOf(shape);
  if (values === undefined || values.includes(value)) return;
  const kind = typeof value === "string" ? "String" : "Integer";
  const found = typeof value === "string" ? "" : `, but found ${value}`;
  report(
    context,
    path,
    `${kind} value provided for \`${shape.id}\` must be one of the following values: ${ticked(values.map(String))}${found}`,
  );
}

function report(context: NodeContext, path: NodePath, message: string): void {
  context.report({
    severity: context.options.constraintSeverity ?? "ERROR",
    message,
    ...placed(path),
  });
}
