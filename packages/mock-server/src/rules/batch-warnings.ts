import type { BatchMeterUsageRequest, BatchMeterUsageResult } from "@marketplace-metering/types";

/**
 * Returns warnings for a seller about a batch that succeeded: about records that are not metered
 * and whose status programs tend to overlook, and about a batch with both a product code and
 * licenses.
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
      "The batch has both a ProductCode and licenses. An hour that is reported in both ways is billed twice.",
    );
  }
  return warnings;
}

/** The number of records that a warning names. */
const shown = 3;
