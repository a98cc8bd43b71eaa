import type { RegisterUsageRequest } from "@marketplace-metering/types";
import { describe, expect, it } from "vitest";
import { registerUsage } from "../../src/rules/register-usage.js";
import type { Platform, SeedInput } from "../../src/seed/seed.js";
import { account, now, product, World } from "./world.js";

const register = (world: World, request: Partial<RegisterUsageRequest> = {}) =>
  world.call(registerUsage, { ProductCode: product, PublicKeyVersion: 1, ...request });

function failure(world: World, request: Partial<RegisterUsageRequest> = {}): string {
  try {
    register(world, request);
  } catch (error) {
    if (error instanceof Error) return error.name;
  }
  return "none";
}

const on = (platform: Partial<Platform>, seed: SeedInput = {}) =>
  new World(seed, { platform: { kind: "eks", account, resource: "pod/1", ...platform } });

describe("the claims of a signature", () => {
  it("contain the product, the key version, the nonce and the time", () => {
    expect(register(new World(), { Nonce: "n" }).claims).toEqual({
      productCode: product,
      publicKeyVersion: 1,
      nonce: "n",
      issuedAt: now.getTime() / 1000,
    });
  });
});

describe("key rotation", () => {
  const publicKeys = [{ version: 1, expiresAt: "2026-11-15T05:30:00Z" }, { version: 2 }];

  it("is reported after the key version has expired", () => {
    expect(register(new World({ publicKeys })).rotationTimestamp).toEqual(
      new Date("2026-11-15T05:30:00Z"),
    );
  });

  it("is not reported before the key version expires, or for a current version", () => {
    expect(
      register(new World({ publicKeys }, { now: "2026-11-15T05:29:59Z" })).rotationTimestamp,
    ).toBeUndefined();
    expect(
      register(new World({ publicKeys }), { PublicKeyVersion: 2 }).rotationTimestamp,
    ).toBeUndefined();
  });

  it("is refused for an unknown version with an InvalidPublicKeyVersionException", () => {
    expect(failure(new World({ publicKeys }), { PublicKeyVersion: 3 })).toBe(
      "InvalidPublicKeyVersionException",
    );
  });
});

describe("entitlement", () => {
  const unentitled: SeedInput = { agreements: [] };

  it("is checked in the first call of a task or pod", () => {
    expect(failure(on({}, unentitled))).toBe("CustomerNotEntitledException");
  });

  it("is not checked again after a successful first call", () => {
    const world = on(
      {},
      { agreements: [{ customer: account, product, unsubscribedAt: "2026-11-15T05:00:00Z" }] },
    );
    expect(failure(world)).toBe("none");
    world.now = new Date("2026-12-01T00:00:00Z");
    expect(failure(world)).toBe("none");
    world.platform = { ...world.platform, resource: "pod/2" };
    expect(failure(world)).toBe("CustomerNotEntitledException");
  });
});

describe("a failure of RegisterUsage", () => {
  it.each(["ec2", "agentcore", "other"] as const)(
    "is a PlatformNotSupportedException on %s",
    (kind) => {
      expect(failure(on({ kind }))).toBe("PlatformNotSupportedException");
    },
  );

  it.each(["ecs", "eks"] as const)("is absent on %s", (kind) => {
    expect(failure(on({ kind }))).toBe("none");
  });

  it("is an InvalidRegionException in a region other than that of the task", () => {
    expect(failure(on({ region: "eu-west-1" }))).toBe("InvalidRegionException");
  });

  it("is an InvalidProductCodeException for an unknown product", () => {
    expect(failure(new World(), { ProductCode: "prod-x" })).toBe("InvalidProductCodeException");
  });

  it("is a DisabledApiException in a region without the API", () => {
    expect(failure(new World({}, { settings: { disabledRegions: ["us-east-1"] } }))).toBe(
      "DisabledApiException",
    );
  });
});
