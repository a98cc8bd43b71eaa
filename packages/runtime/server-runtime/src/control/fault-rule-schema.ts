import type { OperationDescription } from "@tinsmith/protocols";
import * as v from "valibot";

import type { FaultRule } from "../mock/faults/fault-rule.js";
import { inputValue } from "./wire-values.js";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const milliseconds = v.pipe(v.number(), v.minValue(0), v.maxValue(600_000));

const conditions = {
  operation: v.optional(v.union([v.string(), v.array(v.string())])),
  input: v.optional(v.unknown()),
  probability: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  seed: v.optional(v.string()),
  skip: v.optional(count),
  times: v.optional(count),
};

/** A fault as JSON says it. */
export const faultRuleSchema = v.variant("kind", [
  v.strictObject({
    kind: v.literal("error"),
    error: v.pipe(v.string(), v.nonEmpty()),
    message: v.optional(v.string()),
    statusCode: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
    members: v.optional(v.record(v.string(), v.unknown())),
    ...conditions,
  }),
  v.strictObject({
    kind: v.literal("latency"),
    milliseconds: v.union([milliseconds, v.tuple([milliseconds, milliseconds])]),
    ...conditions,
  }),
  v.strictObject({
    kind: v.literal("throttle"),
    perSecond: v.optional(v.number()),
    burst: v.optional(v.number()),
    error: v.optional(v.string()),
    time: v.optional(v.picklist(["real", "clock"])),
    ...conditions,
  }),
  v.strictObject({ kind: v.literal("reset"), ...conditions }),
  v.strictObject({ kind: v.literal("dropResponse"), ...conditions }),
  v.strictObject({ kind: v.literal("truncate"), afterBytes: count, ...conditions }),
  v.strictObject({
    kind: v.literal("service"),
    name: v.string(),
    parameters: v.optional(v.record(v.string(), v.unknown())),
    ...conditions,
  }),
]);

/**
 * The rule that JSON describes, with an input as handlers see it.
 *
 * @throws TypeError where it has an input, but not the one operation that it is of
 */
export const faultRuleFrom = (
  described: v.InferOutput<typeof faultRuleSchema>,
  operations: readonly OperationDescription[],
): FaultRule => {
  const { input, operation } = described;
  if (input === undefined) return described;
  if (typeof operation !== "string") {
    throw new TypeError("A fault with an input names the one operation that it is of.");
  }
  return { ...described, input: inputValue(operations, operation, input) };
};
