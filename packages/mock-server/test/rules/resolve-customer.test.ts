import { describe, expect, it } from "vitest";
import { resolveCustomer } from "../../src/rules/resolve-customer.js";
import { tokenWarnings } from "../../src/rules/token-warnings.js";
import type { Settings } from "../../src/rules/settings.js";
import { account, before, license, now, product, World } from "./world.js";

const issuedAt = now.toISOString();
const world = (settings: Partial<Settings> = {}) =>
  new World(
    {
      customers: [{ account, identifier: "cust-a" }, { account: "444455556666" }],
      tokens: [
        { token: "legacy", customer: account, product, issuedAt },
        { token: "new", customer: "444455556666", product, licenseArn: license, issuedAt },
        { token: "untimed", customer: account, product },
      ],
    },
    { settings },
  );

const resolve = (world: World, RegistrationToken: string) =>
  world.call(resolveCustomer, { RegistrationToken });

function failure(world: World, token: string): string {
  try {
    resolve(world, token);
  } catch (error) {
    if (error instanceof Error) return error.name;
  }
  return "none";
}

describe("a registration token", () => {
  it("resolves to identifier, product and account for a legacy product", () => {
    expect(resolve(world(), "legacy")).toEqual({
      CustomerIdentifier: "cust-a",
      ProductCode: product,
      CustomerAWSAccountId: account,
    });
  });

  it("resolves to account and license without an identifier for a new product", () => {
    expect(resolve(world(), "new")).toEqual({
      ProductCode: product,
      CustomerAWSAccountId: "444455556666",
      LicenseArn: license,
    });
  });

  it("resolves to the same result repeatedly while it is valid", () => {
    const here = world();
    expect(resolve(here, "legacy")).toEqual(resolve(here, "legacy"));
  });

  it("is valid for four hours", () => {
    const here = world();
    here.now = before(now, -3, -59);
    expect(failure(here, "legacy")).toBe("none");
    here.now = before(now, -4);
    expect(failure(here, "legacy")).toBe("ExpiredTokenException");
  });

  it("is valid for one hour with the setting tokenLifetimeMinutes", () => {
    const here = world({ tokenLifetimeMinutes: 60 });
    here.now = before(now, -1);
    expect(failure(here, "legacy")).toBe("ExpiredTokenException");
  });

  it("can be used only once with the setting singleUseTokens", () => {
    const here = world({ singleUseTokens: true });
    expect([failure(here, "legacy"), failure(here, "legacy")]).toEqual([
      "none",
      "ExpiredTokenException",
    ]);
  });

  it("is treated as issued at the start of the server if the seed does not state a time", () => {
    const here = world();
    here.now = before(now, -4);
    expect(failure(here, "untimed")).toBe("ExpiredTokenException");
  });

  it("is refused with an InvalidTokenException if it was never issued", () => {
    expect(() => resolve(world(), "nope")).toThrow("Registration token is invalid");
    expect(failure(world(), "nope")).toBe("InvalidTokenException");
  });
});

describe("ResolveCustomer", () => {
  it("fails with DisabledApiException in a region without the API", () => {
    expect(failure(world({ disabledRegions: ["us-east-1"] }), "legacy")).toBe(
      "DisabledApiException",
    );
  });
});

describe("a warning about an unknown registration token", () => {
  const token = "eyJlbmMi.a+b/c==";
  const { state } = new World({ tokens: [{ token, customer: account, product }] });

  it("states how the client encoded or decoded a known token incorrectly", () => {
    const once = encodeURIComponent(token);
    expect(tokenWarnings(state, once)).toEqual([expect.stringContaining("percent-encoded:")]);
    expect(tokenWarnings(state, encodeURIComponent(once))).toEqual([
      expect.stringContaining("percent-encoded twice:"),
    ]);
    expect(tokenWarnings(state, token.replace("+", " "))).toEqual([
      expect.stringContaining("decoded too often"),
    ]);
  });

  it("is absent for a known token, and for a token that is unknown in every encoding", () => {
    expect(tokenWarnings(state, token)).toEqual([]);
    expect(tokenWarnings(state, "100%")).toEqual([]);
  });
});
