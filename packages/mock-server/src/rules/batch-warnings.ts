import type { BatchMeterUsageRequest, BatchMeterUsageResult } from "@marketplace-metering/types";

/**
 * What a seller should know of a batch although its answer is no error: which usage was lost by a status that programs
 * like to overlook, and that the older and the newer form are mixed.
 */
export function batchWarnings(
  input: BatchMeterUsageRequest,
  { Results = [] }: BatchMeterUsageResult,
): readonly string[] {
  const warnings: string[] = [];
  const lost = Results.filter(({ Status }) => Status !== "Success");
  if (lost.length > 0) {
    const causes = lost
      .slice(0, shown)
      .map(({ Status, UsageRecord }) => `${Status} (${UsageRecord?.Dimension})`);
    const more = lost.length > shown ? `, and ${lost.length - shown} more` : "";
    warnings.push(
      `${lost.length} of ${Results.length} records ${lost.length === 1 ? "is" : "are"} not metered: ${causes.join(", ")}${more}.`,
    );
  }
  const licensed = input.UsageRecords.some(({ LicenseArn }) => LicenseArn !== undefined);
  if (licensed && (input.ProductCode ?? "") !== "") {
    warnings.push(
      "The batch has a ProductCode beside licenses. An hour that is reported by both is billed twice.",
    );
  }
  return warnings;
}

/** How many records a warning names. */
const shown = 3;
