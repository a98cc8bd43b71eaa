import {
  BatchMeterUsageCommand,
  MarketplaceMeteringClient,
  MeterUsageCommand,
  RegisterUsageCommand,
  ResolveCustomerCommand,
} from "@aws-sdk/client-marketplace-metering";
import type {
  BatchMeterUsageCommandInput,
  BatchMeterUsageCommandOutput,
  MeterUsageCommandInput,
  RegisterUsageCommandInput,
  UsageRecord,
} from "@aws-sdk/client-marketplace-metering";
import { createMockServer } from "../../src/index.js";
import type { MarketplaceMeteringMockServer, MockServerOptions } from "../../src/index.js";
import { account, baseSeed, license, now, product } from "../rules/world.js";

/** An error of AWS's client. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly fault: unknown;
  readonly status: unknown;
}

/** A caller: its credentials, its region and its number of attempts. */
export interface Caller {
  readonly accessKeyId?: string;
  readonly region?: string;
  readonly maxAttempts?: number;
}

/**
 * A mock server on a port, and AWS's client from npm. The client signs with fictitious credentials.
 */
export class Marketplace {
  readonly server: MarketplaceMeteringMockServer;
  readonly #clients = new Map<string, MarketplaceMeteringClient>();

  constructor(server: MarketplaceMeteringMockServer) {
    this.server = server;
  }

  /** Returns AWS's client for a caller. The default is a seller in us-east-1, without retries. */
  client({ accessKeyId = "AKIDSELLER", region = "us-east-1", maxAttempts = 1 }: Caller = {}) {
    const id = `${accessKeyId} ${region} ${maxAttempts}`;
    let client = this.#clients.get(id);
    if (!client) {
      client = new MarketplaceMeteringClient({
        endpoint: this.server.endpoint,
        region,
        credentials: { accessKeyId, secretAccessKey: "secret" },
        maxAttempts,
      });
      this.#clients.set(id, client);
    }
    return client;
  }

  /** Calls `BatchMeterUsage` with the given members of records, completed to valid records. */
  batch(
    records: readonly Partial<UsageRecord>[],
    request: Partial<BatchMeterUsageCommandInput> = {},
    caller?: Caller,
  ): Promise<BatchMeterUsageCommandOutput> {
    const UsageRecords = records.map((record) => ({ ...usageRecord, ...record }));
    return this.client(caller).send(new BatchMeterUsageCommand({ UsageRecords, ...request }));
  }

  /** Returns the statuses of a batch's records. */
  async statuses(...batch: Parameters<Marketplace["batch"]>): Promise<readonly unknown[]> {
    const { Results = [] } = await this.batch(...batch);
    return Results.map(({ Status }) => Status);
  }

  /**
   * Calls `MeterUsage` with the given members, completed to a valid input. Returns the id of the
   * record.
   */
  async meter(
    request: Partial<MeterUsageCommandInput> = {},
    caller?: Caller,
  ): Promise<string | undefined> {
    const command = new MeterUsageCommand({ ...meterUsage, ...request });
    return (await this.client(caller).send(command)).MeteringRecordId;
  }

  register(request: Partial<RegisterUsageCommandInput> = {}, caller?: Caller) {
    const command = new RegisterUsageCommand({
      ProductCode: product,
      PublicKeyVersion: 1,
      ...request,
    });
    return this.client(caller).send(command);
  }

  /** Calls `ResolveCustomer` and returns the members of the output. */
  async resolve(RegistrationToken: string, caller?: Caller): Promise<object> {
    const command = new ResolveCustomerCommand({ RegistrationToken });
    const { $metadata: _, ...customer } = await this.client(caller).send(command);
    return customer;
  }

  /** The quantities of the accepted records, in order of arrival. */
  get quantities(): readonly number[] {
    return this.server.metered().map(({ quantity }) => quantity);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#clients.values()) client.destroy();
    await this.server.close();
  }
}

/** Opens a marketplace. The clock shows half past five on a day in the middle of a month. */
export async function openMarketplace({
  seed,
  at = now,
  ...options
}: MockServerOptions & { readonly at?: Date | string } = {}): Promise<Marketplace> {
  const server = createMockServer({ seed: { ...baseSeed, ...seed }, ...options });
  server.clock.freeze(at);
  // A reset loads the seed again, at the time of the clock.
  server.reset();
  return new Marketplace(await server.listen());
}

/** Returns the error of a call. Throws if the call succeeds. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new TypeError("The call succeeded.");
  const metadata: unknown = Reflect.get(error, "$metadata");
  const status: unknown =
    metadata instanceof Object ? Reflect.get(metadata, "httpStatusCode") : undefined;
  return { name: error.name, message: error.message, fault: Reflect.get(error, "$fault"), status };
}

const usageRecord: UsageRecord = {
  Timestamp: now,
  CustomerAWSAccountId: account,
  LicenseArn: license,
  Dimension: "users",
  Quantity: 3,
};

/**
 * Members that convert a record to the older form: with the identifier of the customer, without a
 * license.
 */
export const legacy = {
  CustomerAWSAccountId: undefined,
  LicenseArn: undefined,
  CustomerIdentifier: "cust-a",
} satisfies Partial<UsageRecord>;

const meterUsage: MeterUsageCommandInput = {
  ProductCode: product,
  Timestamp: now,
  UsageDimension: "users",
  UsageQuantity: 3,
};
