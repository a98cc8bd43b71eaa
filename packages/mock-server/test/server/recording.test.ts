import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  BatchMeterUsageCommand,
  MarketplaceMeteringClient,
  MeterUsageCommand,
  ResolveCustomerCommand,
} from "@aws-sdk/client-marketplace-metering";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMockServer } from "../../src/index.js";
import type { MarketplaceMeteringMockServer } from "../../src/index.js";

let folder: string;
let real: MarketplaceMeteringMockServer;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "recording-")), "fixtures");
  real = await createMockServer().listen();
  real.clock.freeze("2026-11-10T12:00:00Z");
});
afterEach(async () => {
  await real.close();
  await rm(join(folder, ".."), { recursive: true });
});

const credentials = { accessKeyId: "AKIDOFASELLER", secretAccessKey: "a seller's secret" };

/** Makes the calls of a seller's day with the AWS SDK. */
async function day(endpoint: string, token: string): Promise<readonly unknown[]> {
  const client = new MarketplaceMeteringClient({
    endpoint,
    region: "us-east-1",
    credentials,
    maxAttempts: 2,
  });
  const told: unknown[] = [];
  const tell = (call: Promise<object>) =>
    call.then(
      (answer) => told.push({ ...answer, $metadata: undefined }),
      (error: Error) => told.push([error.name, error.message]),
    );
  const Timestamp = new Date("2026-11-10T11:30:00Z");
  const ProductCode = "4rjezcm9xqk27tdplw0sv1gnb";
  await tell(client.send(new ResolveCustomerCommand({ RegistrationToken: token })));
  await tell(
    client.send(new MeterUsageCommand({ ProductCode, Timestamp, UsageDimension: "user" })),
  );
  const record = {
    Timestamp,
    CustomerAWSAccountId: "111122223333",
    Dimension: "users",
    Quantity: 3,
  };
  await tell(client.send(new BatchMeterUsageCommand({ ProductCode, UsageRecords: [record] })));
  await tell(client.send(new ResolveCustomerCommand({ RegistrationToken: "made up" })));
  client.destroy();
  return told;
}

const texts = async (): Promise<readonly string[]> =>
  Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), "utf8")));

describe("a recording", () => {
  it("returns the recorded responses to a client, including retries", async () => {
    const token = real.issueToken({
      customer: "111122223333",
      product: "4rjezcm9xqk27tdplw0sv1gnb",
    });
    await using front = await createMockServer().listen();
    const recording = await front.record({ endpoint: real.url, fixtures: folder });
    real.on("BatchMeterUsage").throwsOnce("ThrottlingException");
    const told = await day(front.url, token);
    await recording.stop();
    expect(front.metered()).toEqual([]);
    expect(real.metered()).toHaveLength(1);
    expect(recording.report()).toMatchObject({ calls: 5, drift: [] });
    const calls = (await texts()).map(
      (text): { operation: string; attempt: number; status: number } => JSON.parse(text),
    );
    expect(calls.map(({ operation, attempt, status }) => [operation, attempt, status])).toEqual([
      ["ResolveCustomer", 1, 200],
      ["MeterUsage", 1, 400],
      ["BatchMeterUsage", 1, 400],
      ["BatchMeterUsage", 2, 200],
      ["ResolveCustomer", 1, 400],
    ]);
    for (const secret of ["AKIDOFASELLER", "a seller's secret", "Signature="]) {
      expect((await texts()).join()).not.toContain(secret);
    }

    await using replay = await createMockServer().listen();
    await replay.replay({ fixtures: folder, whenExhausted: "fail" });
    expect(await day(replay.url, token)).toEqual(told);
    expect(replay.recording?.report()).toMatchObject({ mode: "replay", calls: 5, unused: [] });
    expect((await day(replay.url, "another"))[0]).toEqual([
      "NoFixture",
      expect.stringMatching(
        /^No fixture of ResolveCustomer .*\.ResolveCustomer\.json: \/RegistrationToken is /,
      ),
    ]);
  });

  it("reports unknown members, missing members and unknown values", async () => {
    const token = real.issueToken({
      customer: "111122223333",
      product: "4rjezcm9xqk27tdplw0sv1gnb",
    });
    real.use({
      onResponse: ({ operation }, answer) => {
        if (operation !== "BatchMeterUsage" || typeof answer.body !== "string") return;
        const body = answer.body
          .replace('"Status":"Success"', '"Status":"Pending","Since":1')
          .replace('"Dimension":"users",', "");
        return { ...answer, body };
      },
    });
    await using front = await createMockServer().listen();
    const recording = await front.record({ endpoint: real.url, fixtures: folder });
    await day(front.url, token);
    const found = recording.report().drift.map(({ kind, side, path }) => [kind, side, path]);
    expect(found).toEqual([
      ["unknownMember", "output", "Results[].Since"],
      ["missingMember", "output", "Results[].UsageRecord.Dimension"],
      ["unknownEnumValue", "output", "Results[].Status"],
    ]);
    const over = await fetch(`${front.url}/_mock/recording`);
    expect(await over.json()).toEqual(JSON.parse(JSON.stringify(recording.report())));
  });
});
