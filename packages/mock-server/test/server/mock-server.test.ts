import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createMockServer, defaultSeed, parseSeed } from "../../src/index.js";
import { examples } from "../../src/generated/examples.js";
import { Store } from "../../src/state/state.js";
import { World } from "../rules/world.js";

async function call(
  server: ReturnType<typeof createMockServer>,
  operation: string,
  input: unknown,
) {
  const response = await server.handle({
    method: "POST",
    path: "/",
    query: {},
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSMPMeteringService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  const body: unknown = JSON.parse(String(response.body));
  return { status: response.statusCode, body };
}

const usage = (quantity: number) => ({
  ProductCode: "4rjezcm9xqk27tdplw0sv1gnb",
  Timestamp: Date.parse("2026-11-01T05:00:00Z") / 1000,
  UsageDimension: "users",
  UsageQuantity: quantity,
});

function frozen() {
  const server = createMockServer();
  server.clock.freeze("2026-11-01T05:30:00Z");
  return server;
}

describe("a server without configuration", () => {
  it("responds to the examples of the model", async () => {
    const server = frozen();
    // Timestamps are strings in the examples, but seconds on the wire.
    const onTheWire = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (key, member: unknown) =>
        key === "Timestamp" && typeof member === "string" ? Date.parse(member) / 1000 : member,
      );
    const told: string[] = [];
    const expectedStory: string[] = [];
    for (const [operation, list] of Object.entries(examples)) {
      for (const example of list) {
        const { body } = await call(server, operation, onTheWire(example.input));
        const expected = example.error?.shapeId.split("#")[1] ?? "success";
        const actual = body instanceof Object && "__type" in body ? String(body.__type) : "success";
        // One example requires another platform of the caller.
        if (expected === "PlatformNotSupportedException") continue;
        expectedStory.push(`${example.title}: ${expected}`);
        told.push(`${example.title}: ${actual}`);
      }
    }
    expect(told).toHaveLength(8);
    expect(told).toEqual(expectedStory);
  });
});

describe("a server with options", () => {
  it("listens on the port of its options", async () => {
    const first = await createMockServer().listen();
    const { port } = first;
    await first.close();
    await using second = await createMockServer({ port }).listen();
    expect(second.endpoint).toBe(`http://127.0.0.1:${port}`);
  });
});

describe("the clock of a server", () => {
  it("determines the window of timestamps", async () => {
    const server = frozen();
    server.clock.set("2026-11-01T11:00:01Z");
    expect((await call(server, "MeterUsage", usage(1))).body).toMatchObject({
      __type: "TimestampOutOfBoundsException",
    });
  });
});

describe("the state of a server", () => {
  it("can be dumped and loaded into another server", async () => {
    const server = frozen();
    const before = await call(server, "MeterUsage", { ...usage(1), ClientToken: "t" });
    const copy = createMockServer({ seed: server.state, clock: server.clock });
    expect(copy.state).toEqual(server.state);
    expect(await call(copy, "MeterUsage", { ...usage(1), ClientToken: "t" })).toEqual(before);
    expect((await call(copy, "MeterUsage", usage(2))).body).toMatchObject({
      __type: "DuplicateRequestException",
    });
  });

  it("is a copy, so changes of it do not affect the server", async () => {
    const server = frozen();
    server.state.products.length = 0;
    expect((await call(server, "MeterUsage", usage(1))).status).toBe(200);
  });

  it("returns to the seed after reset(), or to another seed", async () => {
    const server = frozen();
    await call(server, "MeterUsage", usage(1));
    server.reset();
    expect(server.metered()).toEqual([]);
    server.reset({ products: [] });
    expect((await call(server, "MeterUsage", usage(1))).body).toMatchObject({
      __type: "InvalidProductCodeException",
    });
  });

  it("does not change if a call fails", async () => {
    const server = frozen();
    const before = server.state;
    await call(server, "BatchMeterUsage", { UsageRecords: [{ Timestamp: 0, Dimension: "users" }] });
    expect(server.state).toEqual(before);
  });
});

describe("a long-running server", () => {
  it("stores only a limited number of client tokens", () => {
    const { state } = new World();
    const store = new Store(state);
    for (let n = 0; n < 100_010; n++) {
      const use = { parameters: "", meteringRecordId: "" };
      store.apply([{ kind: "clientTokenUsed", key: String(n), use }]);
    }
    expect(store.state.clientTokens.size).toBe(100_000);
    expect([...store.state.clientTokens.keys()][0]).toBe("10");
  });
});

describe("a handler of the user", () => {
  it("replaces the behavior of an operation", async () => {
    const server = createMockServer({
      handlers: { MeterUsage: () => ({ MeteringRecordId: "mine" }) },
    });
    expect((await call(server, "MeterUsage", usage(1))).body).toEqual({ MeteringRecordId: "mine" });
  });
});

describe("the settings of a server", () => {
  it("are rejected by name if they are unknown or invalid", () => {
    const create = (settings: object) => () => createMockServer({ settings });
    expect(create({ batchWindowHour: 6 })).toThrow(
      "batchWindowHour: Unknown setting. Expected one of:",
    );
    expect(create({ batchWindowHours: "6" })).toThrow("batchWindowHours: Expected a number.");
    expect(create({ signatureClaims: "snake" })).toThrow("Expected one of: camel, pascal.");
    expect(createMockServer({ settings: { batchWindowHours: 6 } }).settings).toMatchObject({
      batchWindowHours: 6,
      meterWindowHours: 6,
    });
  });

  it("can make tags fail like any constraint of the model", async () => {
    const UsageAllocations = [{ AllocatedUsageQuantity: 1, Tags: [{ Key: "ü", Value: "v" }] }];
    const server = createMockServer({ settings: { allocationErrors: "validation" } });
    expect(
      (await call(server, "MeterUsage", { ...usage(1), UsageAllocations })).body,
    ).toMatchObject({
      __type: "ValidationException",
    });
  });

  it("can set the spelling of the claims in a signature to Pascal case", async () => {
    const server = createMockServer({ settings: { signatureClaims: "pascal" } });
    const { body } = await call(server, "RegisterUsage", {
      ProductCode: "4rjezcm9xqk27tdplw0sv1gnb",
      PublicKeyVersion: 1,
      Nonce: "n",
    });
    const token: unknown = body instanceof Object ? Reflect.get(body, "Signature") : undefined;
    const payload: unknown = JSON.parse(
      Buffer.from(String(token).split(".")[1] ?? "", "base64url").toString(),
    );
    expect(payload).toEqual({
      ProductCode: "4rjezcm9xqk27tdplw0sv1gnb",
      PublicKeyVersion: 1,
      Nonce: "n",
      iat: expect.any(Number),
    });
  });
});

describe("public keys", () => {
  it("are derived from the private key of the seed, if it has one", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const server = createMockServer({
      seed: { ...defaultSeed, publicKeys: [{ version: 7, privateKey: pem }] },
    });
    expect(await server.publicKeys()).toMatchObject([
      { version: 7, algorithm: "PS256", pem: publicKey.export({ type: "spki", format: "pem" }) },
    ]);
  });

  it("are published over HTTP, except for unknown versions", async () => {
    await using server = await createMockServer().listen();
    const list: unknown = await (await fetch(`${server.url}/_mock/public-keys`)).json();
    expect(list).toEqual({ keys: await server.publicKeys() });
    expect((await fetch(`${server.url}/_mock/public-keys/2`)).status).not.toBe(200);
  });
});

describe("an invalid argument of a server method", () => {
  it("is rejected for a token with an unknown customer, product or license", () => {
    const server = createMockServer();
    const product = "4rjezcm9xqk27tdplw0sv1gnb";
    expect(() => server.issueToken({ customer: "1", product })).toThrow(
      'Unknown customer "1". Expected one of: 111122223333, 444455556666, 777788889999.',
    );
    const customer = "111122223333";
    expect(() => server.issueToken({ customer, product: "p" })).toThrow("Unknown product");
    expect(() => server.issueToken({ customer, product, licenseArn: "l" })).toThrow(
      "Unknown license",
    );
  });

  it("is rejected for an unknown platform", () => {
    const server = createMockServer();
    expect(() => Reflect.set(server, "platform", { kind: "lambda" })).toThrow(
      "The platform is not valid:\n- kind: ",
    );
    expect(server.platform.kind).toBe("ecs");
  });
});

describe("a seed", () => {
  it("is completed with defaults", () => {
    expect(parseSeed({})).toMatchObject({
      products: [],
      platform: { kind: "ecs" },
      publicKeys: [{ version: 1 }],
    });
  });

  it.each<[string, unknown, string]>([
    [
      "a misspelled member",
      { prodcts: [] },
      'prodcts: Unknown member "prodcts". Expected one of: $schema, products,',
    ],
    ["a wrong type", { products: [{ code: 5, dimensions: [] }] }, "products.0.code: Invalid type"],
    [
      "a missing member",
      { products: [{ code: "p" }] },
      'products.0.dimensions: Missing member "dimensions".',
    ],
    [
      "an account that is a number",
      { customers: [{ account: 111122223333 }] },
      "customers.0.account: Invalid type",
    ],
    [
      "an invalid instant",
      { publicKeys: [{ version: 1, expiresAt: "soon" }] },
      'publicKeys.0.expiresAt: Expected an instant with a zone, such as "2026-11-01T05:00:00Z".',
    ],
    [
      "an instant without a time zone",
      { publicKeys: [{ version: 1, expiresAt: "2026-12-01T00:00:00" }] },
      "publicKeys.0.expiresAt: Expected an instant with a zone",
    ],
    ["an unknown platform", { platform: { kind: "lambda" } }, "platform.kind: "],
    [
      "an unknown customer",
      { products: [{ code: "p", dimensions: [] }], agreements: [{ customer: "1", product: "p" }] },
      "agreements.0.customer: The customer account 1 does not exist.",
    ],
    [
      "an unknown product",
      { customers: [{ account: "1" }], agreements: [{ customer: "1", product: "p" }] },
      "agreements.0.product: The product code p does not exist.",
    ],
    [
      "a duplicate product",
      {
        products: [
          { code: "p", dimensions: [] },
          { code: "p", dimensions: [] },
        ],
      },
      'products.1.code: "p" occurs twice.',
    ],
  ])("is rejected with the path of %s", (_name, seed, message) => {
    expect(() => parseSeed(seed)).toThrow(message);
  });

  it("is rejected with all problems at once", () => {
    const seed = { products: [{ code: 5, dimensions: [] }], platform: { kind: "lambda" } };
    expect(() => parseSeed(seed)).toThrow(/- products\.0\.code: .*\n- platform\.kind: /);
  });
});
