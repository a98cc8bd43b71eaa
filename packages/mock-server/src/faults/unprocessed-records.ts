import { defineServiceFault } from "@tinsmith/server-runtime";
import type { BatchMeterUsageRequest, BatchMeterUsageResult } from "@marketplace-metering/types";
import * as v from "valibot";

const parameters = v.strictObject({
  /** The share of records that stay unprocessed, from 0 to 1. The records are chosen at random. */
  share: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.5),
  /** The exact number of unprocessed records, from the end of the batch. Replaces the share. */
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

/** @throws TypeError if the parameters are not valid */
function readParameters(given: unknown): v.InferOutput<typeof parameters> {
  const result = v.safeParse(parameters, given);
  if (result.success) return result.output;
  throw new TypeError(
    `Invalid parameters of unprocessedRecords. Expected share and count. ${result.issues.map(({ message }) => message).join(" ")}`,
  );
}

/**
 * Leaves some records of a batch unprocessed, as the service sometimes does. Such records are not
 * billed and must be sent again.
 */
export const unprocessedRecords = defineServiceFault<BatchMeterUsageRequest, BatchMeterUsageResult>(
  "BatchMeterUsage",
  "Returns some records in UnprocessedRecords without billing them. Parameters: share (0 to 1, default 0.5), or count (a number of the last records).",
  async (input, { parameters: given, random }, next) => {
    const { share, count } = readParameters(given);
    const records = input.UsageRecords;
    const unprocessed =
      count === undefined
        ? records.filter(() => random.fraction() < share)
        : records.slice(Math.max(0, records.length - count));
    const kept = records.filter((record) => !unprocessed.includes(record));
    if (kept.length === 0) return { Results: [], UnprocessedRecords: unprocessed };
    const output = await next({ ...input, UsageRecords: kept });
    return {
      ...output,
      UnprocessedRecords: [...(output.UnprocessedRecords ?? []), ...unprocessed],
    };
  },
  readParameters,
);
