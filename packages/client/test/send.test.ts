import type { InitializeMiddleware } from "@smithy/types";
import { describe, expect, it, vi } from "vitest";
import {
  $Command,
  __Client,
  ExpiredTokenException,
  MarketplaceMetering,
  MarketplaceMeteringClient,
  MarketplaceMeteringServiceException,
  MeterUsageCommand,
  ResolveCustomerCommand,
  ThrottlingException,
} from "../src/index.js";
import type {
  HttpHandler,
  MeterUsageCommandOutput,
  ServiceInputTypes,
  ServiceOutputTypes,
} from "../src/index.js";
import { bodyText, failure, offline, stubHandler } from "./stub-handler.js";
import type { Stub } from "./stub-handler.js";

const input = {
  ProductCode: "4rjezcm9xqk27tdplw0sv1gnb",
  Timestamp: new Date("2026-11-01T05:59:00Z"),
  UsageDimension: "users",
  UsageQuantity: 3,
};

function createClient(...stubs: readonly Stub[]) {
  const { handler, requests } = stubHandler(...stubs);
  return { client: new MarketplaceMetering({ ...offline, requestHandler: handler }), requests };
}

type Log = (...content: unknown[]) => void;

const caught = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a successful call", () => {
  it("returns the output with the metadata of the call", async () => {
    const { client } = createClient({ body: { MeteringRecordId: "r-1" } });
    expect(await client.send(new MeterUsageCommand(input))).toEqual({
      MeteringRecordId: "r-1",
      $metadata: { httpStatusCode: 200, requestId: "8d0b3c1e", attempts: 1, totalRetryDelay: 0 },
    });
  });

  it("can be made with a method of the aggregated client that returns a promise or takes a callback", async () => {
    const { client } = createClient({ body: { MeteringRecordId: "r-1" } });
    expect((await client.meterUsage(input)).MeteringRecordId).toBe("r-1");
    const output = await new Promise<unknown>((resolve, reject) =>
      client.meterUsage(input, (error: Error | null, data?: MeterUsageCommandOutput) =>
        error ? reject(error) : resolve(data),
      ),
    );
    expect(output).toMatchObject({ MeteringRecordId: "r-1" });
    const withOptions = await new Promise<unknown>((resolve, reject) =>
      client.meterUsage(input, { requestTimeout: 1000 }, (error, data) =>
        error ? reject(error) : resolve(data),
      ),
    );
    expect(withOptions).toMatchObject({ MeteringRecordId: "r-1" });
  });

  it("passes the options of the call to the request handler", async () => {
    const handle = vi.fn<HttpHandler["handle"]>(stubHandler({}).handler.handle);
    const client = new MarketplaceMeteringClient({ ...offline, requestHandler: { handle } });
    await client.send(new MeterUsageCommand(input), { requestTimeout: 1234 });
    expect(handle).toHaveBeenCalledWith(expect.anything(), { requestTimeout: 1234 });
  });

  it("generates a missing idempotency token, the same for every attempt", async () => {
    const { client, requests } = createClient({ statusCode: 500 }, {});
    await client.meterUsage(input);
    const tokens = requests.map(({ body }) => JSON.parse(bodyText(body)).ClientToken);
    expect(tokens[0]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(tokens[1]).toBe(tokens[0]);
  });

  it("keeps the caller's idempotency token", async () => {
    const { client, requests } = createClient({});
    await client.meterUsage({ ...input, ClientToken: "mine" });
    expect(JSON.parse(bodyText(requests[0]?.body)).ClientToken).toBe("mine");
  });
});

describe("an error of the service", () => {
  it("is an instance of its modeled class and the base classes", async () => {
    const { client } = createClient(failure("ExpiredTokenException"));
    const error = await caught(client.resolveCustomer({ RegistrationToken: "t" }));
    expect(error).toBeInstanceOf(ExpiredTokenException);
    expect(error).toBeInstanceOf(MarketplaceMeteringServiceException);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(ThrottlingException);
    expect(error).toMatchObject({
      name: "ExpiredTokenException",
      message: "It was ExpiredTokenException.",
      $fault: "client",
      $metadata: { httpStatusCode: 400, requestId: "8d0b3c1e", attempts: 1 },
      $response: { statusCode: 400 },
    });
  });

  it("has a response that is not enumerable", async () => {
    const { client } = createClient(failure("InvalidTokenException"));
    const error = await caught(client.resolveCustomer({ RegistrationToken: "t" }));
    expect(Object.keys(error ?? {})).not.toContain("$response");
  });

  it("is an instance of the base class, with the name from the response, if it is not in the model", async () => {
    const { client } = createClient(failure("DryRunOperation", 412));
    const error = await caught(client.meterUsage({ ...input, DryRun: true }));
    expect(error).toBeInstanceOf(MarketplaceMeteringServiceException);
    expect(error).toMatchObject({ name: "DryRunOperation", $fault: "client" });
    expect(Object.getPrototypeOf(error)).toBe(MarketplaceMeteringServiceException.prototype);
  });

  it("is passed to a callback", async () => {
    const { client } = createClient(failure("InvalidTokenException"));
    const error = await new Promise<unknown>((resolve) =>
      client.resolveCustomer({ RegistrationToken: "t" }, (failed) => resolve(failed)),
    );
    expect(error).toMatchObject({ name: "InvalidTokenException" });
  });

  it("can be constructed in tests", () => {
    const error = new ThrottlingException({ message: "slow down", $metadata: {} });
    expect(error).toMatchObject({
      name: "ThrottlingException",
      $fault: "client",
      message: "slow down",
    });
    expect(error).toBeInstanceOf(ThrottlingException);
  });
});

describe("the retries of a call", () => {
  it.each([
    ["throttling", failure("ThrottlingException")],
    ["a server error", failure("InternalServiceErrorException", 500)],
    ["status 503", { statusCode: 503 }],
    ["a connection failure", Object.assign(new Error("socket hang up"), { code: "ECONNRESET" })],
  ])("occur after %s", async (_, stub) => {
    const { client, requests } = createClient(stub, { body: { MeteringRecordId: "r-1" } });
    const output = await client.meterUsage(input);
    expect(output.$metadata.attempts).toBe(2);
    expect(requests.map(({ headers }) => headers["amz-sdk-request"])).toEqual([
      "attempt=1; max=3",
      "attempt=2; max=3",
    ]);
    expect(requests[1]?.headers["amz-sdk-invocation-id"]).toBe(
      requests[0]?.headers["amz-sdk-invocation-id"],
    );
  });

  it("end after the configured number of attempts", async () => {
    const { handler, requests } = stubHandler(failure("InternalServiceErrorException", 500));
    const client = new MarketplaceMetering({ ...offline, requestHandler: handler, maxAttempts: 2 });
    expect(await caught(client.meterUsage(input))).toMatchObject({ $metadata: { attempts: 2 } });
    expect(requests).toHaveLength(2);
  });

  it("do not occur after an expired registration token, and do not refresh the credentials", async () => {
    const { handler, requests } = stubHandler(failure("ExpiredTokenException"));
    const credentials = vi.fn<() => Promise<typeof offline.credentials>>(
      async () => offline.credentials,
    );
    const client = new MarketplaceMetering({ ...offline, credentials, requestHandler: handler });
    await caught(client.resolveCustomer({ RegistrationToken: "t" }));
    await caught(client.resolveCustomer({ RegistrationToken: "t" }));
    expect(requests).toHaveLength(2);
    expect(credentials).toHaveBeenCalledTimes(1);
  });

  it("do not occur after an expired registration token, even if the clocks differ", async () => {
    const { handler, requests } = stubHandler({
      statusCode: 400,
      headers: { date: new Date(Date.now() + 3_600_000).toUTCString() },
      body: { __type: "ExpiredTokenException", message: "expired" },
    });
    const client = new MarketplaceMetering({ ...offline, requestHandler: handler });
    await caught(client.resolveCustomer({ RegistrationToken: "t" }));
    expect(requests).toHaveLength(1);
  });
});

describe("the abort signal of a call", () => {
  it("prevents the request if it is already aborted", async () => {
    const { client, requests } = createClient({});
    const error = await caught(client.meterUsage(input, { abortSignal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: "AbortError" });
    expect(requests).toHaveLength(0);
  });

  it("ends the delay between two attempts if it is aborted", async () => {
    const controller = new AbortController();
    const { client, requests } = createClient(failure("ThrottlingException"));
    setTimeout(() => controller.abort(), 5);
    const error = await caught(client.meterUsage(input, { abortSignal: controller.signal }));
    expect(error).toMatchObject({ name: "AbortError" });
    expect(requests.length).toBeLessThan(3);
  });
});

describe("the middleware of a call", () => {
  it("applies to every request, even if it is added to the client after the first call", async () => {
    const { client, requests } = createClient({});
    await client.meterUsage(input);
    client.middlewareStack.add(
      (next) => async (args) => {
        if (isRequest(args.request)) args.request.headers["x-seller"] = "acme";
        return next(args);
      },
      { step: "build", name: "sellerMiddleware" },
    );
    await client.meterUsage(input);
    client.middlewareStack.remove("sellerMiddleware");
    await client.meterUsage(input);
    expect(requests.map(({ headers }) => headers["x-seller"])).toEqual([
      undefined,
      "acme",
      undefined,
    ]);
    expect(requests[1]?.headers["authorization"]).toContain("x-seller");
  });

  it("applies to a single command if it is added to that command", async () => {
    const { client, requests } = createClient({});
    const command = new MeterUsageCommand(input);
    command.middlewareStack.add(
      (next) => async (args) =>
        next({ ...args, input: { ...args.input, UsageDimension: "other" } }),
      { step: "initialize" },
    );
    await client.send(command);
    await client.send(new MeterUsageCommand(input));
    expect(requests.map(({ body }) => JSON.parse(bodyText(body)).UsageDimension)).toEqual([
      "other",
      "users",
    ]);
  });

  it("receives a new context object for each call", async () => {
    const { client } = createClient({});
    const contexts: unknown[] = [];
    client.middlewareStack.add((next, context) => {
      contexts.push(context);
      return next;
    });
    await client.meterUsage(input);
    await client.meterUsage(input);
    expect(contexts).toHaveLength(2);
    expect(contexts[0]).not.toBe(contexts[1]);
    expect(contexts[0]).toMatchObject({
      clientName: "MarketplaceMeteringClient",
      commandName: "MeterUsageCommand",
    });
  });

  it("can be placed relative to the middleware of the AWS client", async () => {
    const { client } = createClient({});
    const seen: string[] = [];
    for (const toMiddleware of [
      "endpointV2Middleware",
      "serializerMiddleware",
      "contentLengthMiddleware",
      "getUserAgentMiddleware",
      "hostHeaderMiddleware",
      "retryMiddleware",
      "awsAuthMiddleware",
      "deserializerMiddleware",
      "loggerMiddleware",
    ]) {
      const record: InitializeMiddleware<ServiceInputTypes, ServiceOutputTypes> = (next) => {
        seen.push(toMiddleware);
        return next;
      };
      client.middlewareStack.addRelativeTo(record, { relation: "before", toMiddleware });
    }
    await client.meterUsage(input);
    expect(seen).toHaveLength(9);
  });

  it("can return an output instead of calling the service", async () => {
    const { client, requests } = createClient({});
    client.middlewareStack.add(
      () => async () => ({ response: {}, output: { $metadata: {}, MeteringRecordId: "mine" } }),
      { step: "initialize" },
    );
    expect((await client.meterUsage(input)).MeteringRecordId).toBe("mine");
    expect(requests).toHaveLength(0);
  });
});

describe("MarketplaceMetering", () => {
  it("creates clients and commands that are instances of the exported base classes", () => {
    const { client } = createClient({});
    expect(client).toBeInstanceOf(__Client);
    expect(client).toBeInstanceOf(MarketplaceMeteringClient);
    expect(new MeterUsageCommand(input)).toBeInstanceOf($Command);
    expect(MeterUsageCommand.name).toBe("MeterUsageCommand");
  });

  it("exposes the sources of endpoint parameters on its command classes", () => {
    expect(ResolveCustomerCommand.getEndpointParameterInstructions()).toEqual({
      Region: { type: "builtInParams", name: "region" },
      UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" },
      UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
      Endpoint: { type: "builtInParams", name: "endpoint" },
    });
  });

  it("logs successful and failed calls", async () => {
    const { handler } = stubHandler(
      { body: { MeteringRecordId: "r-1" } },
      failure("InvalidTagException"),
    );
    const logger = { trace() {}, debug() {}, info: vi.fn<Log>(), warn() {}, error: vi.fn<Log>() };
    const client = new MarketplaceMetering({ ...offline, requestHandler: handler, logger });
    await client.meterUsage(input);
    await caught(client.meterUsage(input));
    expect(logger.info).toHaveBeenCalledWith(
      expect.objectContaining({
        commandName: "MeterUsageCommand",
        input,
        output: { MeteringRecordId: "r-1" },
      }),
    );
    expect(logger.error).toHaveBeenCalledWith(
      expect.objectContaining({ error: expect.objectContaining({ name: "InvalidTagException" }) }),
    );
  });

  it("applies extensions to its configuration", async () => {
    const { handler, requests } = stubHandler({});
    const client = new MarketplaceMetering({
      credentials: offline.credentials,
      extensions: [
        {
          configure(configuration) {
            configuration.setRegion(async () => "eu-west-1");
            configuration.setHttpHandler(handler);
          },
        },
      ],
    });
    await client.meterUsage(input);
    expect(requests[0]?.hostname).toBe("metering.marketplace.eu-west-1.amazonaws.com");
  });

  it("destroys its request handler", () => {
    const destroy = vi.fn<() => void>();
    const { handler } = stubHandler({});
    new MarketplaceMetering({ ...offline, requestHandler: { ...handler, destroy } }).destroy();
    expect(destroy).toHaveBeenCalledOnce();
  });
});

const isRequest = (request: unknown): request is { headers: Record<string, string> } =>
  typeof request === "object" && request !== null && "headers" in request;

describe("an HTML page that a proxy sends instead of a response", () => {
  it("is part of the error", async () => {
    const html = "<html><h1>502 Bad Gateway</h1></html>";
    const requestHandler = {
      handle: async () => ({
        response: { statusCode: 502, headers: {}, body: new TextEncoder().encode(html) },
      }),
    };
    const client = new MarketplaceMetering({ ...offline, requestHandler, maxAttempts: 1 });
    expect(await caught(client.meterUsage(input))).toMatchObject({
      $responseBodyText: html,
      $metadata: { httpStatusCode: 502 },
    });
  });
});
