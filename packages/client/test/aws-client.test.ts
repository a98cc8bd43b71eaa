import * as aws from "@aws-sdk/client-marketplace-metering";
import { SignatureV4 } from "@smithy/signature-v4";
import { Sha256 } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/protocols";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as ours from "../src/index.js";
import { failure, offline, stubHandler } from "./stub-handler.js";

const now = new Date("2026-11-01T05:59:00Z");

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** The interface that both clients share. */
interface Service {
  batchMeterUsage(input: ours.BatchMeterUsageCommandInput): Promise<object>;
  meterUsage(input: ours.MeterUsageCommandInput): Promise<object>;
  registerUsage(input: ours.RegisterUsageCommandInput): Promise<object>;
  resolveCustomer(input: ours.ResolveCustomerCommandInput): Promise<object>;
}

interface Side {
  readonly service: Service;
  readonly requests: readonly HttpMessage[];
}

type HttpMessage = ReturnType<typeof stubHandler>["requests"][number];

/** Calls with every kind of value that the operations accept. */
const calls: readonly (readonly [string, (service: Service) => Promise<unknown>])[] = [
  ["ResolveCustomer", (service) => service.resolveCustomer({ RegistrationToken: 'tökén "1"' })],
  [
    "RegisterUsage",
    (service) => service.registerUsage({ ProductCode: "p", PublicKeyVersion: 1, Nonce: "n" }),
  ],
  [
    "RegisterUsage without optional members",
    (service) => service.registerUsage({ ProductCode: "p", PublicKeyVersion: 0 }),
  ],
  [
    "MeterUsage",
    (service) =>
      service.meterUsage({
        ProductCode: "p",
        Timestamp: new Date("2026-11-01T05:00:00.250Z"),
        UsageDimension: "users",
        UsageQuantity: 0,
        DryRun: false,
        ClientToken: "token",
        UsageAllocations: [
          { AllocatedUsageQuantity: 1, Tags: [{ Key: "k", Value: "" }] },
          { AllocatedUsageQuantity: 2 },
        ],
      }),
  ],
  [
    "BatchMeterUsage",
    (service) =>
      service.batchMeterUsage({
        UsageRecords: Array.from({ length: 25 }, (_, index) => ({
          Timestamp: new Date(Date.UTC(2026, 10, 1, index)),
          CustomerAWSAccountId: "111122223333",
          LicenseArn: "arn:aws:license-manager::294406891311:license:l-1",
          Dimension: "users",
          Quantity: index,
        })),
      }),
  ],
  [
    "BatchMeterUsage without records",
    (service) => service.batchMeterUsage({ UsageRecords: [], ProductCode: "p" }),
  ],
];

function createBoth(options: object = {}): { mine: Side; theirs: Side } {
  const [mine, theirs] = [stubHandler({}), stubHandler({})];
  return {
    mine: {
      service: new ours.MarketplaceMetering({
        ...offline,
        ...options,
        requestHandler: mine.handler,
      }),
      requests: mine.requests,
    },
    theirs: {
      service: new aws.MarketplaceMetering({
        ...offline,
        ...options,
        requestHandler: theirs.handler,
      }),
      requests: theirs.requests,
    },
  };
}

describe("a request of the client", () => {
  // These headers are not compared: they differ by library, are random, or depend on other headers.
  const own = ["user-agent", "x-amz-user-agent", "amz-sdk-invocation-id", "authorization"];

  it.each(calls)("equals the request of the AWS client for %s", async (_, call) => {
    const { mine, theirs } = createBoth();
    await call(mine.service);
    await call(theirs.service);
    const comparable = ({ requests: [request] }: Side) => ({
      ...request,
      body: JSON.parse(request?.body),
      headers: Object.fromEntries(
        Object.entries(request?.headers ?? {}).filter(([name]) => !own.includes(name)),
      ),
      signedHeaders: /SignedHeaders=([^,]*)/.exec(request?.headers["authorization"] ?? "")?.[1],
      scope: /Credential=([^,]*)/.exec(request?.headers["authorization"] ?? "")?.[1],
    });
    expect(comparable(mine)).toEqual(comparable(theirs));
  });

  it.each([
    { useFipsEndpoint: true },
    { useDualstackEndpoint: true },
    { region: "cn-north-1" },
    { region: "eusc-de-east-1" },
    { endpoint: "http://localhost:9000" },
  ])("has the same endpoint as the request of the AWS client with %o", async (options) => {
    const { mine, theirs } = createBoth(options);
    await mine.service.resolveCustomer({ RegistrationToken: "t" });
    await theirs.service.resolveCustomer({ RegistrationToken: "t" });
    const target = ({ requests: [request] }: Side) => [
      request?.protocol,
      request?.hostname,
      request?.port,
      request?.path,
    ];
    expect(target(mine)).toEqual(target(theirs));
  });

  it("has the signature that SignatureV4 of @smithy creates", async () => {
    const credentials = { ...offline.credentials, sessionToken: "session" };
    const { handler, requests } = stubHandler({});
    const client = new ours.MarketplaceMetering({
      ...offline,
      credentials,
      requestHandler: handler,
    });
    await client.resolveCustomer({ RegistrationToken: "t" });
    const [sent] = requests;
    expect(sent?.headers["x-amz-security-token"]).toBe("session");
    const signer = new SignatureV4({
      credentials,
      region: "us-east-1",
      service: "aws-marketplace",
      sha256: Sha256,
    });
    const { authorization, ...headers } = sent?.headers ?? {};
    const signed = await signer.sign(new HttpRequest({ ...sent, headers }), { signingDate: now });
    expect(authorization).toBe(signed.headers["authorization"]);
  });
});

describe("the clock offset of the client", () => {
  const skew = 30 * 60_000;
  const dated = (stub: ReturnType<typeof failure>) => ({
    ...stub,
    headers: { date: new Date(now.getTime() + skew).toUTCString() },
  });

  it("is corrected when the service rejects the date, and the call is retried", async () => {
    const { handler, requests } = stubHandler(
      dated(failure("InvalidSignatureException", 403, "Signature not yet current")),
      dated({ body: {} }),
    );
    const client = new ours.MarketplaceMetering({ ...offline, requestHandler: handler });
    await client.resolveCustomer({ RegistrationToken: "t" });
    expect(requests.map(({ headers }) => headers["x-amz-date"])).toEqual([
      "20261101T055900Z",
      "20261101T062900Z",
    ]);
    expect(client.config.systemClockOffset).toBe(skew);
  });

  it("is not corrected with disableClockSkewCorrection", async () => {
    const { handler } = stubHandler(dated({ body: {} }));
    const client = new ours.MarketplaceMetering({
      ...offline,
      requestHandler: handler,
      disableClockSkewCorrection: true,
    });
    await client.resolveCustomer({ RegistrationToken: "t" });
    expect(client.config.systemClockOffset).toBe(0);
  });
});
