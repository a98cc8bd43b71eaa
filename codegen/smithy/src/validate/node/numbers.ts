import type { NodeValue, Shape } from "../../model/model.js";
import { placed } from "./node-context.js";
import type { NodeContext, NodePath } from "./node-context.js";

const bounds: Readonly<Record<string, readonly [least: number, most: number]>> = {
  byte: [-128, 127],
  short: [-32768, 32767],
  integer: [-2147483648, 2147483647],
  intEnum: [-2147483648, 2147483647],
  // The nearest doubles to the bounds of 64 bits.
  long: [-(2 ** 63), 2 ** 63],
};

/** Checks that an integer has no fraction and is in the range of its type. */
export function checkInteger(
  context: NodeContext,
  shape: Shape,
  value: number,
  path: NodePath,
): void {
  const error = (message: string) =>
    context.report({ severity: "ERROR", message, ...placed(path) });
  if (!Number.isInteger(value)) {
    return error(
      `${shape.type} shapes must not have floating point values, but found \`${value}\` provided for \`${shape.id}\``,
    );
  }
  const [least, most] = bounds[shape.type] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (value < least) error(`${shape.type} value must be > ${least}, but found ${value}`);
  if (value > most) error(`${shape.type} value must be < ${most}, but found ${value}`);
}

const names = ["NaN", "Infinity", "-Infinity"];

/** Checks that a float is a number or one of the names of values that JSON cannot express. */
export function checkReal(
  context: NodeContext,
  shape: Shape,
  value: NodeValue,
  path: NodePath,
): void {
  if (typeof value !== "string" || names.includes(value)) return;
  const listed = names.map((name) => `"${name}"`).join(", ");
  context.report({
    severity: "ERROR",
    message: `Value for \`${shape.id}\` must either be numeric or one of the following strings: [${listed}], but was "${value}"`,
    ...placed(path),
  });
}
