import * as v from "valibot";
import {
  count,
  fullText,
  integerFrom,
  numberFrom,
  oneOf,
  strictOptions,
  text,
  texts,
} from "../../checks/expected.js";
import { describeValue } from "../../checks/describe-value.js";

const milliseconds = numberFrom(0, 600_000);
const aRate = "Expected a number above 0.";
const aBurst = "Expected a number of at least 1.";
const aDelay = "Expected a number from 0 to 600000, or two of them, the smaller one first.";
const members = v.record(v.string(), v.unknown(), "Expected an object.");

const conditions = {
  operation: v.optional(
    v.union([v.string(), texts], "Expected the name of an operation, or a list of names."),
  ),
  input: v.optional(v.unknown()),
  probability: v.optional(numberFrom(0, 1)),
  seed: v.optional(text),
  skip: v.optional(count),
  times: v.optional(count),
};

const kinds = [
  strictOptions({
    kind: v.literal("error"),
    error: fullText,
    message: v.optional(text),
    statusCode: v.optional(integerFrom(400, 599)),
    members: v.optional(members),
    ...conditions,
  }),
  strictOptions({
    kind: v.literal("latency"),
    milliseconds: v.union(
      [
        milliseconds,
        v.pipe(
          v.tuple([milliseconds, milliseconds]),
          v.check(([from, to]) => from <= to, aDelay),
        ),
      ],
      aDelay,
    ),
    ...conditions,
  }),
  strictOptions({
    kind: v.literal("throttle"),
    perSecond: v.optional(v.pipe(v.number(aRate), v.gtValue(0, aRate))),
    burst: v.optional(v.pipe(v.number(aBurst), v.minValue(1, aBurst))),
    error: v.optional(fullText),
    time: v.optional(oneOf(["real", "clock"])),
    ...conditions,
  }),
  strictOptions({ kind: v.literal("reset"), ...conditions }),
  strictOptions({ kind: v.literal("dropResponse"), ...conditions }),
  strictOptions({ kind: v.literal("truncate"), afterBytes: count, ...conditions }),
  strictOptions({
    kind: v.literal("service"),
    name: fullText,
    parameters: v.optional(members),
    ...conditions,
  }),
] as const;

const names = kinds.map(({ entries }) => entries.kind.literal).join(", ");

/** A fault and its conditions, as passed by tests and by callers of the control API. */
export const faultRuleSchema = v.variant("kind", [...kinds], ({ path, input }) =>
  path === undefined
    ? "Expected an object with a fault kind."
    : `Unknown fault kind ${describeValue(input)}. Expected one of: ${names}.`,
);
