import {
  BatchMeterUsageCommand,
  MarketplaceMeteringClient,
  MarketplaceMeteringServiceException,
  ThrottlingException,
  TimestampOutOfBoundsException,
  UsageRecordResultStatus,
} from "@aws-sdk/client-marketplace-metering";
import type {
  BatchMeterUsageCommandOutput,
  MarketplaceMeteringClientConfig,
  UsageRecord,
  UsageRecordResult,
} from "@aws-sdk/client-marketplace-metering";

export interface Usage {
  account: string;
  quantity: number;
}

export interface Report {
  accepted: string[];
  refused: string[];
  again: UsageRecord[];
  problem: string | undefined;
}

/** Reports an hour of usage, like the job queue of a SaaS product. */
export class HourlyReport {
  readonly client: MarketplaceMeteringClient;

  constructor(config: MarketplaceMeteringClientConfig) {
    this.client = new MarketplaceMeteringClient({ maxAttempts: 2, ...config });
    this.client.middlewareStack.add(
      (next, context) => async (args) => {
        context["startedAt"] = Date.now();
        return next(args);
      },
      { step: "initialize", name: "timing", tags: ["METRICS"] },
    );
  }

  async send(hour: Date, usage: readonly Usage[]): Promise<Report> {
    const report: Report = { accepted: [], refused: [], again: [], problem: undefined };
    const UsageRecords: UsageRecord[] = usage.map(({ account, quantity }) => ({
      Timestamp: hour,
      CustomerAWSAccountId: account,
      LicenseArn: `arn:aws:license-manager::294406891311:license:l-${account}`,
      Dimension: "users",
      Quantity: quantity,
    }));
    try {
      const output: BatchMeterUsageCommandOutput = await this.client.send(
        new BatchMeterUsageCommand({ UsageRecords }),
        { requestTimeout: 3_000 },
      );
      for (const result of output.Results ?? []) this.sort(result, report);
      report.again.push(...(output.UnprocessedRecords ?? []));
    } catch (error) {
      if (error instanceof TimestampOutOfBoundsException) {
        report.problem = `too late: ${error.message} (${error.$metadata.requestId})`;
      } else if (error instanceof ThrottlingException) {
        report.again.push(...UsageRecords);
      } else if (error instanceof MarketplaceMeteringServiceException) {
        report.problem = `${error.name}, ${error.$fault} fault, ${error.$metadata.httpStatusCode}`;
      } else {
        throw error;
      }
    }
    return report;
  }

  private sort(
    { Status, UsageRecord: record, MeteringRecordId }: UsageRecordResult,
    report: Report,
  ) {
    if (Status === UsageRecordResultStatus.SUCCESS) report.accepted.push(MeteringRecordId ?? "?");
    else report.refused.push(`${record?.CustomerAWSAccountId}: ${Status}`);
  }
}
