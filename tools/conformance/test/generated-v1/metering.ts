// A program as a user of the kept metering packages would write it. Only `generated-v1.test.ts`
// type-checks and bundles this program.
import assert from "node:assert/strict";
import {
  MarketplaceMetering,
  meterUsageRecords,
  ThrottlingException,
} from "@generated-v1/metering-client";
import { validateParams } from "@generated-v1/metering-client/params";
import { createStubs } from "@generated-v1/metering-client/stubs";
import * as mock from "@generated-v1/metering-mock-server";
import { UsageRecord } from "@generated-v1/metering-types/validators";

const at = new Date("2026-11-01T05:00:00Z");

/** Runs a check with a client and a server, and closes them. */
const withMetering =
  (
    check: (metering: MarketplaceMetering) => Promise<void>,
    handlers: mock.MarketplaceMeteringHandlers = {},
  ) =>
  async () => {
    const server = await mock.createMockServer({ handlers }).listen();
    const metering = new MarketplaceMetering({
      endpoint: server.url,
      region: "us-east-1",
      credentials: { accessKeyId: "AKIDMETERING", secretAccessKey: "secret" },
      maxAttempts: 1,
    });
    try {
      await check(metering);
    } finally {
      metering.destroy();
      await server.close();
    }
  };

const usage = { ProductCode: "p", Timestamp: at, UsageDimension: "users", UsageQuantity: 3 };

export const checks: Readonly<Record<string, () => Promise<void>>> = {
  "usage is metered": withMetering(
    async (metering) => {
      const { MeteringRecordId, $metadata } = await metering.meterUsage(usage);
      assert.deepEqual([MeteringRecordId, $metadata.httpStatusCode], ["of users", 200]);
    },
    {
      MeterUsage: ({ UsageDimension, Timestamp }) => {
        assert.deepEqual(Timestamp, at);
        return { MeteringRecordId: `of ${UsageDimension}` };
      },
    },
  ),

  "operations without a handler answer an example": withMetering(async (metering) => {
    const { ProductCode } = await metering.resolveCustomer({ RegistrationToken: "token" });
    assert.equal(typeof ProductCode, "string");
  }),

  "an error is of its class": withMetering(
    async (metering) => {
      await assert.rejects(metering.meterUsage(usage), ThrottlingException);
    },
    {
      MeterUsage: () => {
        throw new mock.ThrottlingException({ message: "Slow down." });
      },
    },
  ),

  "records in any number are metered in calls of 25": async () => {
    const sizes: number[] = [];
    await withMetering(
      async (metering) => {
        const records = Array.from({ length: 30 }, (_, hour) => ({
          Timestamp: new Date(at.getTime() - hour * 3_600_000),
          CustomerAWSAccountId: "111122223333",
          Dimension: "users",
          Quantity: hour,
        }));
        const report = await meterUsageRecords({ client: metering }, { UsageRecords: records });
        assert.equal(report.throwIfRefused().accepted.length, 30);
        assert.deepEqual(sizes, [25, 5]);
      },
      {
        BatchMeterUsage: ({ UsageRecords }) => {
          sizes.push(UsageRecords.length);
          const Results = UsageRecords.map((record, index) => ({
            UsageRecord: record,
            MeteringRecordId: `${index}`,
            Status: "Success" as const,
          }));
          return { Results, UnprocessedRecords: [] };
        },
      },
    )();
  },

  "stubs answer, and parameters are checked": async () => {
    const stubs = createStubs({ MeterUsage: { MeteringRecordId: "stubbed" } });
    const metering = new MarketplaceMetering({ plugins: [stubs, validateParams()] });
    assert.equal((await metering.meterUsage(usage)).MeteringRecordId, "stubbed");
    await assert.rejects(metering.meterUsage({ ...usage, UsageDimension: "" }), {
      name: "ParameterValidationError",
    });
  },

  "validators say what the model says": async () => {
    const { validate } = UsageRecord["~standard"];
    assert.equal(validate({ Timestamp: at, Dimension: "users" }).issues, undefined);
    assert.equal(validate({ Timestamp: "now", Dimension: "users" }).issues?.length, 1);
  },
};
