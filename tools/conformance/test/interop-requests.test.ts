import * as aws from "@aws-sdk/client-marketplace-metering";
import * as generated from "@marketplace-metering/client";
import { HttpRequest, HttpResponse } from "@smithy/core/protocols";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

/**
 * The relevant parts of a request. The other parts (user agent, invocation id, date) differ from
 * call to call.
 */
interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** The credential scope without its date. */
  readonly scope: string | undefined;
}

const headersThatMatter = ["content-type", "content-length", "host", "x-amz-target"];

/** A request handler that records requests and responds with an empty object. */
class Recorder {
  readonly sent: Sent[] = [];

  async handle(request: unknown) {
    if (!HttpRequest.isInstance(request)) throw new Error("The request is not an HttpRequest.");
    this.sent.push(describeRequest(request));
    const headers = { "content-type": "application/x-amz-json-1.1" };
    const body = new TextEncoder().encode("{}");
    return { response: new HttpResponse({ statusCode: 200, headers, body }) };
  }
}

function describeRequest(request: HttpRequest): Sent {
  const entries = Object.entries(request.headers);
  const headers = new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
  const authorization = headers.get("authorization") ?? "";
  return {
    method: request.method,
    url: `${request.protocol}//${request.hostname}:${request.port ?? ""}${request.path}`,
    headers: Object.fromEntries(headersThatMatter.map((name) => [name, headers.get(name)])),
    body: typeof request.body === "string" ? request.body : new TextDecoder().decode(request.body),
    scope: /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/(\S+?),/.exec(authorization)?.[1],
  };
}

const config = {
  region: "eu-central-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
};

/** Sends an input with both clients, and returns both requests. */
async function sendBoth<Input>(
  { viaAws, viaGenerated }: Senders<Input>,
  input: Input,
  more: Overrides = {},
): Promise<{ readonly theirs: Sent | undefined; readonly ours: Sent | undefined }> {
  const [theirs, ours] = [new Recorder(), new Recorder()];
  await viaAws(
    new aws.MarketplaceMeteringClient({ ...config, ...more, requestHandler: theirs }),
    input,
  );
  await viaGenerated(
    new generated.MarketplaceMeteringClient({ ...config, ...more, requestHandler: ours }),
    input,
  );
  return { theirs: theirs.sent[0], ours: ours.sent[0] };
}

interface Overrides {
  readonly endpoint?: string;
  readonly region?: string;
  readonly useFipsEndpoint?: boolean;
  readonly useDualstackEndpoint?: boolean;
}

/** Sends an input with one of the clients. */
interface Senders<Input> {
  readonly viaAws: (client: aws.MarketplaceMeteringClient, input: Input) => Promise<unknown>;
  readonly viaGenerated: (
    client: generated.MarketplaceMeteringClient,
    input: Input,
  ) => Promise<unknown>;
}

interface Pair<Input> extends Senders<Input> {
  readonly inputs: fc.Arbitrary<Input>;
}

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const timestamp = fc.date({ min: new Date(0), max: new Date("2099-01-01"), noInvalidDate: true });
const quantity = fc.integer({ min: 0, max: 2_147_483_647 });
const tag = fc.record({ Key: text, Value: text });
const allocation = fc.record(
  { AllocatedUsageQuantity: quantity, Tags: fc.array(tag, { maxLength: 5 }) },
  { requiredKeys: ["AllocatedUsageQuantity"] },
);
const allocations = fc.array(allocation, { maxLength: 4 });
const record = fc.record(
  {
    Timestamp: timestamp,
    Dimension: text,
    CustomerIdentifier: text,
    Quantity: quantity,
    UsageAllocations: allocations,
    CustomerAWSAccountId: text,
    LicenseArn: text,
  },
  { requiredKeys: ["Timestamp", "Dimension"] },
);

const pair = <Input>(operation: Pair<Input>): Pair<Input> => operation;

const meterUsage = pair({
  inputs: fc.record(
    {
      ProductCode: text,
      Timestamp: timestamp,
      UsageDimension: text,
      UsageQuantity: quantity,
      DryRun: fc.boolean(),
      UsageAllocations: allocations,
      ClientToken: text,
    },
    { requiredKeys: ["ProductCode", "Timestamp", "UsageDimension", "ClientToken"] },
  ),
  viaAws: (client, input) => client.send(new aws.MeterUsageCommand(input)),
  viaGenerated: (client, input) => client.send(new generated.MeterUsageCommand(input)),
});

const batchMeterUsage = pair({
  inputs: fc.record(
    { UsageRecords: fc.array(record, { maxLength: 25 }), ProductCode: text },
    { requiredKeys: ["UsageRecords"] },
  ),
  viaAws: (client, input) => client.send(new aws.BatchMeterUsageCommand(input)),
  viaGenerated: (client, input) => client.send(new generated.BatchMeterUsageCommand(input)),
});

const registerUsage = pair({
  inputs: fc.record(
    { ProductCode: text, PublicKeyVersion: fc.integer({ min: 1, max: 1000 }), Nonce: text },
    { requiredKeys: ["ProductCode", "PublicKeyVersion"] },
  ),
  viaAws: (client, input) => client.send(new aws.RegisterUsageCommand(input)),
  viaGenerated: (client, input) => client.send(new generated.RegisterUsageCommand(input)),
});

const resolveCustomer = pair({
  inputs: fc.record({ RegistrationToken: text }),
  viaAws: (client, input) => client.send(new aws.ResolveCustomerCommand(input)),
  viaGenerated: (client, input) => client.send(new generated.ResolveCustomerCommand(input)),
});

/** Searches for an input for which the requests differ; `undefined` if there is none. */
async function findDifference<Input>(operation: Pair<Input>) {
  const { failed, counterexample, errorInstance } = await fc.check(
    fc.asyncProperty(operation.inputs, async (input) => {
      const { theirs, ours } = await sendBoth(operation, input);
      expect(theirs).toBeDefined();
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 40 },
  );
  return failed ? { counterexample, error: errorInstance } : undefined;
}

describe("the generated client and the AWS client", () => {
  it("send the same request for MeterUsage", async () => {
    expect(await findDifference(meterUsage)).toBeUndefined();
  }, 60_000);
  it("send the same request for BatchMeterUsage", async () => {
    expect(await findDifference(batchMeterUsage)).toBeUndefined();
  }, 60_000);
  it("send the same request for RegisterUsage", async () => {
    expect(await findDifference(registerUsage)).toBeUndefined();
  }, 60_000);
  it("send the same request for ResolveCustomer", async () => {
    expect(await findDifference(resolveCustomer)).toBeUndefined();
  }, 60_000);

  it("send the same request to an endpoint with a port and a path", async () => {
    const endpoint = "http://localhost:8080/metering";
    const { theirs, ours } = await sendBoth(
      resolveCustomer,
      { RegistrationToken: "token" },
      { endpoint },
    );
    expect(ours).toEqual(theirs);
    expect(ours?.url).toBe("http://localhost:8080/metering/");
  });

  it("sign requests for the same scope", async () => {
    const { ours } = await sendBoth(resolveCustomer, { RegistrationToken: "token" });
    expect(ours?.scope).toBe("eu-central-1/aws-marketplace/aws4_request");
  });

  it("send a new UUID as the client token if the input has none", async () => {
    const input = { ProductCode: "p", Timestamp: new Date(0), UsageDimension: "users" };
    const senders: Senders<typeof input> = {
      viaAws: (client) => client.send(new aws.MeterUsageCommand(input)),
      viaGenerated: (client) => client.send(new generated.MeterUsageCommand(input)),
    };
    const { theirs, ours } = await sendBoth(senders, input);
    const token = (sent: Sent | undefined) => JSON.parse(sent?.body ?? "{}").ClientToken;
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(token(theirs)).toMatch(uuid);
    expect(token(ours)).toMatch(uuid);
  });
});

describe("the hosts of the generated client and the AWS client", () => {
  const regions = [
    "us-east-1",
    "eu-west-3",
    "cn-north-1",
    "us-gov-west-1",
    "eusc-de-east-1",
    "us-iso-east-1",
  ];
  const flags = [true, false];
  const cases = regions.flatMap((region) =>
    flags.flatMap((useFipsEndpoint) =>
      flags.map(
        (useDualstackEndpoint) =>
          [region, { region, useFipsEndpoint, useDualstackEndpoint }] as const,
      ),
    ),
  );

  it.each(cases)("are the same for %s %o", async (_, more) => {
    const input = { RegistrationToken: "token" };
    const { theirs, ours } = await sendBoth(resolveCustomer, input, more);
    expect(ours?.url).toBe(theirs?.url);
    expect(ours?.headers["host"]).toBe(theirs?.headers["host"]);
  });
});
