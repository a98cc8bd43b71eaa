import type { OperationDescription } from "@tinsmith/protocols";
import type * as v from "valibot";
import type { FaultRule } from "../mock/faults/fault-rule.js";
import type { faultRuleSchema } from "../mock/faults/fault-rule-schema.js";
import { inputValue } from "./wire-values.js";

/**
 * The rule that JSON describes, with an input as handlers see it.
 *
 * @throws TypeError where it has an input, but not the one operation that it is of
 */
export function faultRuleFrom(
  described: v.InferOutput<typeof faultRuleSchema>,
  operations: readonly OperationDescription[],
): FaultRule {
  const { input, operation } = described;
  if (input === undefined) return described;
  if (typeof operation !== "string") {
    throw new TypeError("A fault with an input names the one operation that it is of.");
  }
  return { ...described, input: inputValue(operations, operation, input) };
}
