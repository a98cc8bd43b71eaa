import type { OperationDescription } from "@tinsmith/protocols";
import type * as v from "valibot";
import type { FaultRule } from "../mock/faults/fault-rule.js";
import type { faultRuleSchema } from "../mock/faults/fault-rule-schema.js";
import { readMembers } from "./known-errors.js";
import { inputValue } from "./wire-values.js";

/**
 * Reads a rule from JSON. Converts its input to the value that handlers see.
 *
 * @throws TypeError if the error of the rule is unknown, if a member of the error is unknown, or if
 *   the rule has an input but does not name exactly one operation
 */
export function faultRuleFrom(
  described: v.InferOutput<typeof faultRuleSchema>,
  operations: readonly OperationDescription[],
): FaultRule {
  const { input, operation } = described;
  const rule = described.kind === "error" ? withMembers(described, operations) : described;
  if (input === undefined) return rule;
  if (typeof operation !== "string") {
    throw new TypeError("A fault with an input must name exactly one operation.");
  }
  return { ...rule, input: inputValue(operations, operation, input) };
}

type ErrorRule = Extract<FaultRule, { kind: "error" }>;

function withMembers(rule: ErrorRule, operations: readonly OperationDescription[]): ErrorRule {
  const { error: name, statusCode, members, operation } = rule;
  const names = operation === undefined ? [] : [operation].flat();
  const read = readMembers({ name, statusCode, members }, operations, names);
  return read === undefined ? rule : { ...rule, members: read };
}
