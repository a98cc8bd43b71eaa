import {
  BatchMeterUsageCommand,
  MarketplaceMeteringClient,
  MeterUsageCommand,
  RegisterUsageCommand,
  ResolveCustomerCommand,
  TimestampOutOfBoundsException,
  UsageRecordResultStatus,
} from "@marketplace-metering/client";
import { createMockServer, defaultSeed } from "@marketplace-metering/mock-server";
import type { Printer } from "./printer.js";
import { verifySignature } from "./verify-signature.js";

const productCode = "4rjezcm9xqk27tdplw0sv1gnb";
const hour = 3_600_000;

/**
 * Plays a day of a seller over HTTP. A buyer arrives, an hour of usage is metered, a record arrives
 * too late, and a container meters and registers. Returns true if all checks pass.
 */
export async function runScenario(print: Printer): Promise<boolean> {
  await using server = await createMockServer({ seed: defaultSeed }).listen();
  const client = new MarketplaceMeteringClient({
    endpoint: server.url,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example" },
  });
  const checks: boolean[] = [];
  const check = (ok: boolean, text: string): void => void checks.push(print.check(ok, text));

  print.section(`Mock server of AWS Marketplace Metering at ${server.url}`);
  try {
    const buyer = await resolveCustomer(client, server, print);
    const Timestamp = new Date(Date.now() - (Date.now() % hour) - hour);
    await meterBatch(client, buyer, Timestamp, print, check);
    await meterTooLate(client, buyer, print, check);
    await meterContainer(client, Timestamp, print, check);
    await registerUsage(client, server, print, check);
    const metered = server.metered();
    print.section("What the server billed");
    for (const { customer, dimension, quantity } of metered) {
      print.call(customer ?? "", `${quantity} × ${dimension}`);
    }
    check(metered.length === 2, "only the accepted records are billed");
  } finally {
    client.destroy();
  }
  return checks.every(Boolean);
}

type Server = ReturnType<typeof createMockServer>;
type Check = (ok: boolean, text: string) => void;

interface Buyer {
  readonly account: string;
  readonly licenseArn: string;
}

async function resolveCustomer(
  client: MarketplaceMeteringClient,
  server: Server,
  print: Printer,
): Promise<Buyer> {
  const { agreements = [] } = defaultSeed;
  const license = agreements.find(({ customer }) => customer === "111122223333")?.licenseArn;
  const RegistrationToken = server.issueToken({
    customer: "111122223333",
    product: productCode,
    ...(license === undefined ? {} : { licenseArn: license }),
  });
  const { CustomerAWSAccountId, LicenseArn } = await client.send(
    new ResolveCustomerCommand({ RegistrationToken }),
  );
  if (CustomerAWSAccountId === undefined || LicenseArn === undefined) {
    throw new Error("ResolveCustomer returned no account of the buyer.");
  }
  print.call("ResolveCustomer", `a buyer arrives: account ${CustomerAWSAccountId}`, [LicenseArn]);
  return { account: CustomerAWSAccountId, licenseArn: LicenseArn };
}

async function meterBatch(
  client: MarketplaceMeteringClient,
  { account, licenseArn }: Buyer,
  Timestamp: Date,
  print: Printer,
  check: Check,
): Promise<void> {
  const record = {
    Timestamp,
    CustomerAWSAccountId: account,
    LicenseArn: licenseArn,
    Dimension: "users",
  };
  const { Results = [], UnprocessedRecords = [] } = await client.send(
    new BatchMeterUsageCommand({
      UsageRecords: [
        { ...record, Quantity: 3 },
        {
          Timestamp,
          CustomerAWSAccountId: "444455556666",
          LicenseArn: "arn:aws:license-manager::294406891311:license:l-0b9e4a3770f84f2c8a61",
          Dimension: "users",
          Quantity: 12,
        },
        { ...record, Quantity: 5 },
      ],
    }),
  );
  print.call(
    "BatchMeterUsage",
    `3 records, ${UnprocessedRecords.length} unprocessed`,
    Results.map(({ Status, UsageRecord, MeteringRecordId }) =>
      [
        `${UsageRecord?.Quantity} × ${UsageRecord?.Dimension}`.padEnd(11),
        (Status ?? "").padEnd(21),
        MeteringRecordId ?? "(not billed)",
      ].join(" "),
    ),
  );
  const { SUCCESS, CUSTOMER_NOT_SUBSCRIBED, DUPLICATE_RECORD } = UsageRecordResultStatus;
  const statuses = Results.map(({ Status }) => Status).join();
  check(
    statuses === [SUCCESS, CUSTOMER_NOT_SUBSCRIBED, DUPLICATE_RECORD].join(),
    "one of three records is billed, and only Status shows which",
  );
}

async function meterTooLate(
  client: MarketplaceMeteringClient,
  { account, licenseArn }: Buyer,
  print: Printer,
  check: Check,
): Promise<void> {
  const UsageRecords = [
    {
      Timestamp: new Date(Date.now() - 25 * hour),
      CustomerAWSAccountId: account,
      LicenseArn: licenseArn,
      Dimension: "users",
      Quantity: 1,
    },
  ];
  const error: unknown = await client.send(new BatchMeterUsageCommand({ UsageRecords })).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const refused = error instanceof TimestampOutOfBoundsException;
  print.call("BatchMeterUsage", "a record from 25 hours ago", [
    refused ? `${error.name}: ${error.message}` : String(error),
  ]);
  check(refused, "late usage is refused with TimestampOutOfBoundsException");
}

async function meterContainer(
  client: MarketplaceMeteringClient,
  Timestamp: Date,
  print: Printer,
  check: Check,
): Promise<void> {
  const usage = {
    ProductCode: productCode,
    Timestamp,
    UsageDimension: "hours",
    UsageQuantity: 1,
  };
  const first = await client.send(new MeterUsageCommand(usage));
  const again = await client.send(new MeterUsageCommand(usage));
  print.call("MeterUsage", "a container meters an hour, and retries after a lost response", [
    String(first.MeteringRecordId),
  ]);
  check(
    first.MeteringRecordId !== undefined && first.MeteringRecordId === again.MeteringRecordId,
    "the retry returns the same record, so nothing is billed twice",
  );
}

async function registerUsage(
  client: MarketplaceMeteringClient,
  server: Server,
  print: Printer,
  check: Check,
): Promise<void> {
  const Nonce = "a nonce of the container";
  const { Signature = "" } = await client.send(
    new RegisterUsageCommand({ ProductCode: productCode, PublicKeyVersion: 1, Nonce }),
  );
  const key = (await server.publicKeys()).find(({ version }) => version === 1);
  const claims = key === undefined ? undefined : verifySignature(Signature, key.pem);
  print.call("RegisterUsage", "the container asks whether it may run", [
    `${Signature.slice(0, 48)}… (JWT, PS256)`,
  ]);
  check(
    claims?.["productCode"] === productCode && claims["nonce"] === Nonce,
    "the server signed this product and this nonce",
  );
}
