import {
  BatchMeterUsageCommand,
  MarketplaceMeteringClient,
  ResolveCustomerCommand,
} from "@aws-sdk/client-marketplace-metering";
import { createMockServer } from "@marketplace-metering/mock-server";
import type { MarketplaceMeteringMockServer } from "@marketplace-metering/mock-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const product = "4rjezcm9xqk27tdplw0sv1gnb";
const legacy = "ifAPi5AcF3";

/** The noted usage of a customer. */
interface UsageRow {
  readonly customer: string;
  readonly created: number;
  readonly usage: readonly { readonly dimension: string; readonly value: number }[];
  /**
   * The response as text, and a flag that is true if the report failed. Absent while the row is
   * pending.
   */
  outcome?: { readonly response: string; readonly failed: boolean };
}

/** The message that an hourly job sends for one customer. */
interface MeteringMessage {
  readonly customer: string;
  readonly rows: readonly UsageRow[];
  readonly sums: ReadonlyMap<string, number>;
}

/**
 * The metering part of a serverless SaaS product, modeled after AWS's sample: usage is noted in a
 * table, a job sums it up each hour by customer and dimension, and a function reports each sum with
 * the time of the report. The table and the queue are in memory.
 */
class ServerlessSaas {
  readonly table: UsageRow[] = [];
  readonly #client: MarketplaceMeteringClient;
  readonly #now: () => Date;

  constructor(client: MarketplaceMeteringClient, now: () => Date) {
    this.#client = client;
    this.#now = now;
  }

  /** Handles the form that AWS Marketplace posts to the registration page. */
  async register(form: string): Promise<string> {
    const token = new URLSearchParams(form).get("x-amzn-marketplace-token") ?? "";
    const input = { RegistrationToken: token };
    const { CustomerIdentifier = "" } = await this.#client.send(new ResolveCustomerCommand(input));
    return CustomerIdentifier;
  }

  note(customer: string, ...usage: UsageRow["usage"]): void {
    this.table.push({ customer, created: this.table.length, usage });
  }

  /** The hourly job: creates a message for each customer with pending usage. */
  messages(): readonly MeteringMessage[] {
    const pending = this.table.filter(({ outcome }) => outcome === undefined);
    const customers = [...new Set(pending.map(({ customer }) => customer))];
    return customers.map((customer) => {
      const rows = pending.filter((row) => row.customer === customer);
      const sums = new Map<string, number>();
      for (const { dimension, value } of rows.flatMap(({ usage }) => usage)) {
        sums.set(dimension, (sums.get(dimension) ?? 0) + value);
      }
      return { customer, rows, sums };
    });
  }

  /** The function behind the queue. Any status but Success counts as a failure. */
  async report({ customer, rows, sums }: MeteringMessage): Promise<void> {
    const UsageRecords = [...sums].map(([Dimension, Quantity]) => ({
      CustomerIdentifier: customer,
      Dimension,
      Quantity,
      Timestamp: this.#now(),
    }));
    const command = new BatchMeterUsageCommand({ ProductCode: product, UsageRecords });
    const outcome = await this.#client.send(command).then(
      ({ Results = [] }) => ({
        response: Results.map(({ Status }) => Status).join(),
        failed: Results.some(({ Status }) => Status !== "Success"),
      }),
      (error: Error) => ({ response: error.name, failed: true }),
    );
    for (const row of rows) row.outcome = outcome;
  }

  async runHourlyJob(): Promise<readonly UsageRow["outcome"][]> {
    for (const message of this.messages()) await this.report(message);
    return this.table.map(({ outcome }) => outcome);
  }
}

describe("a serverless SaaS product like AWS's sample, with AWS's client", () => {
  let server: MarketplaceMeteringMockServer;
  let client: MarketplaceMeteringClient;
  let saas: ServerlessSaas;
  beforeEach(async () => {
    server = await createMockServer().listen();
    server.clock.freeze(new Date("2026-11-15T12:10:00Z"));
    client = new MarketplaceMeteringClient({
      endpoint: server.url,
      region: "us-east-1",
      credentials: { accessKeyId: "mock", secretAccessKey: "mock" },
      maxAttempts: 1,
    });
    saas = new ServerlessSaas(client, () => server.clock.now());
  });
  afterEach(async () => {
    client.destroy();
    await server.close();
  });

  it("registers a buyer by the token of the form", async () => {
    const token = server.issueToken({ customer: "777788889999", product });
    const form = new URLSearchParams({ "x-amzn-marketplace-token": token }).toString();
    expect(await saas.register(form)).toBe(legacy);
    await expect(saas.register("x-amzn-marketplace-token=unknown")).rejects.toMatchObject({
      name: "InvalidTokenException",
    });
  });

  it("reports the sums of an hour by customer and dimension", async () => {
    saas.note(legacy, { dimension: "users", value: 2 }, { dimension: "hours", value: 1 });
    saas.note(legacy, { dimension: "users", value: 3 });
    const reported = { response: "Success,Success", failed: false };
    expect(await saas.runHourlyJob()).toEqual([reported, reported]);
    server.verifyMetered({ customerIdentifier: legacy, dimension: "users", quantity: 5, times: 1 });
    server.verifyMetered({ customerIdentifier: legacy, dimension: "hours", quantity: 1, times: 1 });
  });

  it("detects usage of an unknown customer although the call succeeds", async () => {
    saas.note("nobody", { dimension: "users", value: 2 });
    expect(await saas.runHourlyJob()).toEqual([
      { response: "CustomerNotSubscribed", failed: true },
    ]);
    expect(server.journal.last()?.warnings).toEqual([
      expect.stringContaining("1 of 1 records is not metered"),
    ]);
  });

  it("loses usage that is noted after the usage of the same hour was reported", async () => {
    saas.note(legacy, { dimension: "users", value: 2 });
    await saas.runHourlyJob();
    server.clock.advance({ minutes: 20 });
    saas.note(legacy, { dimension: "users", value: 3 });
    expect((await saas.runHourlyJob())[1]).toEqual({ response: "DuplicateRecord", failed: true });
    server.clock.advance({ hours: 1 });
    saas.note(legacy, { dimension: "users", value: 4 });
    expect((await saas.runHourlyJob())[2]).toEqual({ response: "Success", failed: false });
    expect(server.metered().map(({ quantity }) => quantity)).toEqual([2, 4]);
  });

  it("marks every row as failed if a batch is refused as a whole", async () => {
    saas.note(legacy, { dimension: "users", value: 2 }, { dimension: "Users", value: 1 });
    saas.note(legacy, { dimension: "users", value: 1 });
    const refused = { response: "InvalidUsageDimensionException", failed: true };
    expect(await saas.runHourlyJob()).toEqual([refused, refused]);
    expect(server.metered()).toEqual([]);
  });
});
