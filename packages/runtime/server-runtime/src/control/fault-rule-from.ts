import type { OperationDescription } from "@tinsmith/protocols";
import type * as v from "valibot";
import type { FaultRule } from "../mock/faults/fault-rule.js";
import type { faultRuleSchema } from "../mock/faults/fault-rule-schema.js";
import { requireError } from "./known-errors.js";
import { inputValue } from "./wire-values.js";

/**
 * Reads a rule from JSON. Its input becomes the value that handlers see.
 *
 * @throws TypeError if its error is unknown, or it has an input but does not name exactly one operation
 */
export function faultRuleFrom(
  described: v.InferOutput<typeof faultRuleSchema>,
  operations: readonly OperationDescription[],
): FaultRule {
  const { input, operation } = described;
  if (described.kind === "error") {
    const names = operation === undefined ? [] : [operation].flat();
    requireError(described.error, described.statusCode, operations, names);
  }
  if (input === undefined) return described;
  if (typeof operation !== "string") {
    throw new TypeError("A fault with an input must name exactly one operation.");
  }
  return { ...described, input: inputValue(operations, operation, input) };
}
