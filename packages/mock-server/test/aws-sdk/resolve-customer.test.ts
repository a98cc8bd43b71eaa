import { describe, expect, it } from "vitest";
import { account, before, license, now, product } from "../rules/world.js";
import { failureOf, openMarketplace } from "./marketplace.js";

const expired = { name: "ExpiredTokenException", fault: "client", status: 400 };
const token = { token: "t", customer: account, product };
const issued = (minutesAgo: number) => ({
  seed: { tokens: [{ ...token, issuedAt: before(now, 0, minutesAgo).toISOString() }] },
});

describe("a registration token", () => {
  it("resolves to identifier, product and account for an older product", async () => {
    await using market = await openMarketplace({ seed: { tokens: [token] } });
    expect(await market.resolve("t")).toEqual({
      CustomerIdentifier: "cust-a",
      CustomerAWSAccountId: account,
      ProductCode: product,
    });
  });

  it("resolves to account and license without an identifier for a new product", async () => {
    const seed = { customers: [{ account }], tokens: [{ ...token, licenseArn: license }] };
    await using market = await openMarketplace({ seed });
    expect(await market.resolve("t")).toEqual({
      CustomerAWSAccountId: account,
      LicenseArn: license,
      ProductCode: product,
    });
  });

  it("resolves to a license for which usage can be metered", async () => {
    const seed = { customers: [{ account }], tokens: [{ ...token, licenseArn: license }] };
    await using market = await openMarketplace({ seed });
    const { ProductCode: _, ...customer } = { ProductCode: "", ...(await market.resolve("t")) };
    expect(await market.statuses([customer])).toEqual(["Success"]);
  });

  it("can be issued while the server runs", async () => {
    await using market = await openMarketplace();
    const name = market.server.issueToken({ customer: account, product });
    expect(await market.resolve(name)).toMatchObject({ CustomerAWSAccountId: account });
  });

  it("resolves to the same result repeatedly while it is valid", async () => {
    await using market = await openMarketplace({ seed: { tokens: [token] } });
    const first = await market.resolve("t");
    market.server.clock.advance({ minutes: 239 });
    expect(await market.resolve("t")).toEqual(first);
  });

  it.each([
    ["for 4 hours", 239, 240, {}],
    ["for 1 hour with the setting tokenLifetimeMinutes", 59, 60, { tokenLifetimeMinutes: 60 }],
  ])("is valid %s, then refused with an ExpiredTokenException", async (_, good, bad, settings) => {
    await using young = await openMarketplace({ ...issued(good), settings });
    expect(await young.resolve("t")).toMatchObject({ CustomerAWSAccountId: account });
    await using old = await openMarketplace({ ...issued(bad), settings });
    expect(await failureOf(old.resolve("t"))).toMatchObject(expired);
  });

  it("can be used only once with the setting singleUseTokens", async () => {
    const seed = { tokens: [token] };
    await using market = await openMarketplace({ seed, settings: { singleUseTokens: true } });
    expect(await market.resolve("t")).toMatchObject({ CustomerAWSAccountId: account });
    expect(await failureOf(market.resolve("t"))).toMatchObject(expired);
  });

  it.each([["never-issued"], ["T"]])(
    "is refused with an InvalidTokenException if no such token was issued: %s",
    async (name) => {
      await using market = await openMarketplace({ seed: { tokens: [token] } });
      expect(await failureOf(market.resolve(name))).toEqual({
        name: "InvalidTokenException",
        message: "Registration token is invalid",
        fault: "client",
        status: 400,
      });
    },
  );

  it("is refused in a region without the API with a DisabledApiException", async () => {
    await using market = await openMarketplace({
      seed: { tokens: [token] },
      settings: { disabledRegions: ["eu-south-2"] },
    });
    const call = market.resolve("t", { region: "eu-south-2" });
    expect(await failureOf(call)).toMatchObject({ name: "DisabledApiException", status: 400 });
    expect(await market.resolve("t")).toMatchObject({ CustomerAWSAccountId: account });
  });
});
