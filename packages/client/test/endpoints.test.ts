import { describe, expect, it, vi } from "vitest";
import { resolveEndpoint } from "../src/generated/endpoint-resolver.js";
import { MarketplaceMetering } from "../src/index.js";
import { offline, stubHandler } from "./stub-handler.js";

describe("the endpoint rules", () => {
  it("return the same object for the same parameters", () => {
    const first = resolveEndpoint({ Region: "us-west-2" });
    expect(resolveEndpoint({ Region: "us-west-2" })).toBe(first);
    expect(resolveEndpoint({ Region: "us-west-2", UseFIPS: true })).not.toBe(first);
  });
});

describe("the endpoint of a call", () => {
  const resolve = { RegistrationToken: "t" };

  it("is the configured endpoint with its path and port", async () => {
    const { handler, requests } = stubHandler({});
    const endpoint = "http://127.0.0.1:4567/prefix";
    const client = new MarketplaceMetering({ ...offline, endpoint, requestHandler: handler });
    await client.resolveCustomer(resolve);
    expect(requests[0]).toMatchObject({
      protocol: "http:",
      hostname: "127.0.0.1",
      port: 4567,
      path: "/prefix/",
      headers: { host: "127.0.0.1:4567" },
    });
  });

  it.each([
    [
      {
        AWS_ENDPOINT_URL_MARKETPLACE_METERING: "https://own.example",
        AWS_ENDPOINT_URL: "https://all.example",
      },
      "own.example",
    ],
    [{ AWS_ENDPOINT_URL: "https://all.example" }, "all.example"],
    [
      { AWS_ENDPOINT_URL: "https://all.example", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" },
      "metering.marketplace.us-east-1.amazonaws.com",
    ],
  ])("depends on the environment: %o results in the host %s", async (environment, hostname) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const { handler, requests } = stubHandler({});
    const client = new MarketplaceMetering({ ...offline, requestHandler: handler });
    await client.resolveCustomer(resolve);
    vi.unstubAllEnvs();
    expect(requests[0]?.hostname).toBe(hostname);
  });

  it("can be a FIPS or dual-stack endpoint, also for pseudo-regions of FIPS", async () => {
    const { handler, requests } = stubHandler({});
    const options = { ...offline, requestHandler: handler };
    await new MarketplaceMetering({ ...options, useFipsEndpoint: true }).resolveCustomer(resolve);
    await new MarketplaceMetering({
      ...options,
      useDualstackEndpoint: async () => true,
    }).resolveCustomer(resolve);
    await new MarketplaceMetering({ ...options, region: "fips-us-east-1" }).resolveCustomer(
      resolve,
    );
    expect(requests.map(({ hostname }) => hostname)).toEqual([
      "metering.marketplace-fips.us-east-1.amazonaws.com",
      "metering-marketplace.us-east-1.api.aws",
      "metering.marketplace-fips.us-east-1.amazonaws.com",
    ]);
  });

  it("requires a region", async () => {
    const { handler } = stubHandler({});
    const client = new MarketplaceMetering({
      ...offline,
      region: async () => "",
      requestHandler: handler,
    });
    await expect(client.resolveCustomer(resolve)).rejects.toThrow("Region is missing");
  });
});
