import { constants, createPublicKey, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { account, before, now, product } from "../rules/world.js";
import { failureOf, openMarketplace } from "./marketplace.js";

const task = { kind: "ecs", account, resource: "task/1" } as const;

const decode = (part = ""): unknown => JSON.parse(Buffer.from(part, "base64url").toString());

/** Returns true if a signature is a valid PS256 signature of a text (RFC 7518, section 3.5). */
const isSigned = (text: string, signature: string, pem: string): boolean =>
  verify(
    "sha256",
    Buffer.from(text),
    {
      key: createPublicKey(pem),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    },
    Buffer.from(signature, "base64url"),
  );

describe("the signature", () => {
  it("is a JSON Web Token that can be verified with the published key of its version", async () => {
    await using market = await openMarketplace();
    const { Signature = "" } = await market.register({ Nonce: "nonce" });
    const [header = "", payload = "", signature = ""] = Signature.split(".");
    expect(decode(header)).toEqual({ alg: "PS256", typ: "JWT" });
    const published = await fetch(`${market.server.url}/_mock/public-keys/1`);
    const pem = await published.text();
    expect(isSigned(`${header}.${payload}`, signature, pem)).toBe(true);
    expect(isSigned(`${header}.${payload}x`, signature, pem)).toBe(false);
  });

  it.each([
    [
      "productCode and publicKeyVersion",
      {},
      { productCode: product, publicKeyVersion: 1, nonce: "nonce" },
    ],
    [
      "ProductCode and PublicKeyVersion if a setting requires it",
      { signatureClaims: "pascal" },
      { ProductCode: product, PublicKeyVersion: 1, Nonce: "nonce" },
    ],
  ] as const)("contains %s, the nonce and the time", async (_, settings, claims) => {
    await using market = await openMarketplace({ settings });
    const { Signature = "" } = await market.register({ Nonce: "nonce" });
    expect(decode(Signature.split(".")[1])).toEqual({ ...claims, iat: now.getTime() / 1000 });
  });

  it("omits the nonce if the call has none", async () => {
    await using market = await openMarketplace();
    const { Signature = "" } = await market.register();
    expect(decode(Signature.split(".")[1])).not.toHaveProperty("nonce");
  });
});

describe("key rotation", () => {
  const publicKeys = [
    { version: 1, expiresAt: before(now, 24).toISOString() },
    { version: 2, expiresAt: before(now, -24).toISOString() },
    { version: 3 },
  ];

  it("is reported for an expired key version, and the version can still sign", async () => {
    await using market = await openMarketplace({ seed: { publicKeys } });
    const output = await market.register({ PublicKeyVersion: 1 });
    expect(output.PublicKeyRotationTimestamp).toEqual(before(now, 24));
    expect(decode(output.Signature?.split(".")[1])).toMatchObject({ publicKeyVersion: 1 });
  });

  it.each([2, 3])("is not reported for version %d of the key, which is active", async (version) => {
    await using market = await openMarketplace({ seed: { publicKeys } });
    const output = await market.register({ PublicKeyVersion: version });
    expect(output.PublicKeyRotationTimestamp).toBeUndefined();
  });

  it("is reported as soon as the key expires", async () => {
    await using market = await openMarketplace({ seed: { publicKeys } });
    market.server.clock.advance({ days: 1 });
    const output = await market.register({ PublicKeyVersion: 2 });
    expect(output.PublicKeyRotationTimestamp).toEqual(before(now, -24));
  });

  it("is refused for an unknown version with an InvalidPublicKeyVersionException", async () => {
    await using market = await openMarketplace({ seed: { publicKeys } });
    expect(await failureOf(market.register({ PublicKeyVersion: 4 }))).toMatchObject({
      name: "InvalidPublicKeyVersionException",
      fault: "client",
      status: 400,
    });
  });
});

describe("entitlement", () => {
  const gone = { customer: account, product, end: before(now, 2).toISOString() };

  it("is checked in the first call of a task or pod", async () => {
    await using market = await openMarketplace({ seed: { agreements: [gone] } });
    expect(await failureOf(market.register())).toMatchObject({
      name: "CustomerNotEntitledException",
      fault: "client",
      status: 400,
    });
  });

  it("is checked once per task", async () => {
    const callers = { AKIDTWO: { ...task, resource: "task/2" } };
    await using market = await openMarketplace({ seed: { platform: task, callers } });
    await market.register();
    market.server.reset({ ...market.server.state, agreements: [] });
    expect((await market.register()).Signature).toBeDefined();
    const other = market.register({}, { accessKeyId: "AKIDTWO" });
    expect(await failureOf(other)).toMatchObject({ name: "CustomerNotEntitledException" });
  });
});

describe("a failure of RegisterUsage", () => {
  it.each(["ec2", "agentcore", "other"] as const)(
    "is a PlatformNotSupportedException on %s",
    async (kind) => {
      await using market = await openMarketplace({ seed: { platform: { kind, account } } });
      expect(await failureOf(market.register())).toEqual({
        name: "PlatformNotSupportedException",
        message: "This operation can only be called from within an ECS task or an EKS pod",
        fault: "client",
        status: 400,
      });
    },
  );

  it("is an InvalidRegionException in a region other than that of the task", async () => {
    const platform = { ...task, region: "eu-west-1" };
    await using market = await openMarketplace({ seed: { platform } });
    expect(await failureOf(market.register())).toMatchObject({
      name: "InvalidRegionException",
      status: 400,
    });
    expect((await market.register({}, { region: "eu-west-1" })).Signature).toBeDefined();
  });

  it("is an InvalidProductCodeException for an unknown product", async () => {
    await using market = await openMarketplace();
    expect(await failureOf(market.register({ ProductCode: "prod-z" }))).toMatchObject({
      name: "InvalidProductCodeException",
      status: 400,
    });
  });

  it("is a DisabledApiException in a region without the API", async () => {
    await using market = await openMarketplace({ settings: { disabledRegions: ["us-east-1"] } });
    expect(await failureOf(market.register())).toMatchObject({
      name: "DisabledApiException",
      status: 400,
    });
  });
});

describe("RegisterUsage", () => {
  it("signs on EKS like on ECS", async () => {
    await using market = await openMarketplace({ seed: { platform: { kind: "eks", account } } });
    expect((await market.register()).Signature).toBeDefined();
  });
});
