import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endpoints, settle, withCells } from "./cells.js";

const regional = "cells.us-east-1.example";
const enabled = { endpointDiscoveryEnabled: true };

describe("an operation with optional endpoint discovery", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: 0 }));
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it("uses the regional endpoint without discovery by default", async () => {
    await withCells(
      () => ({}),
      {},
      async ({ client, places }) => {
        await client.read({});
        await client.list({});
        expect(places()).toEqual([`Read ${regional}`, `List ${regional}`]);
      },
    );
  });

  it("uses the regional endpoint until background discovery returns another endpoint", async () => {
    let name = (): void => {};
    const named = new Promise<void>((resolve) => (name = resolve));
    await withCells(
      ({ operation }) =>
        operation === "DescribeEndpoints" ? named.then(() => endpoints(["a.example", 5])) : {},
      enabled,
      async ({ client, calls, places }) => {
        await client.read({});
        await client.read({});
        name();
        await settle();
        await client.read({});
        await client.list({});
        expect(places().filter((place) => !place.startsWith("Describe"))).toEqual([
          `Read ${regional}`,
          `Read ${regional}`,
          "Read a.example",
          `List ${regional}`,
        ]);
        const asked = calls.filter(({ operation }) => operation === "DescribeEndpoints");
        expect(asked.map(({ input }) => input)).toEqual([{ Operation: "Read" }]);
      },
    );
  });

  it("keeps the regional endpoint if discovery fails, and tries again after a minute", async () => {
    await withCells(
      ({ operation }) => (operation === "DescribeEndpoints" ? { statusCode: 500, body: {} } : {}),
      enabled,
      async ({ client, places }) => {
        const describes = () => places().filter((place) => place.startsWith("Describe")).length;
        for (const time of [0, 30, 59]) {
          vi.setSystemTime(time * 1000);
          await client.read({});
          await settle();
        }
        expect(describes()).toBe(1);
        vi.setSystemTime(61_000);
        await client.read({});
        await settle();
        expect(describes()).toBe(2);
        expect(places().filter((place) => place === `Read ${regional}`)).toHaveLength(4);
      },
    );
  });

  it("returns to the regional endpoint if a discovered endpoint becomes invalid", async () => {
    await withCells(
      ({ operation, host }) => {
        if (operation === "DescribeEndpoints") return endpoints(["a.example", 60]);
        return host === "a.example"
          ? { statusCode: 400, body: { __type: "InvalidEndpointException" } }
          : {};
      },
      enabled,
      async ({ client, places }) => {
        await client.read({});
        await settle();
        await client.read({});
        expect(places().filter((place) => place.startsWith("Read"))).toEqual([
          `Read ${regional}`,
          "Read a.example",
          `Read ${regional}`,
        ]);
      },
    );
  });

  it.each([
    ["AWS_ENABLE_ENDPOINT_DISCOVERY", "true", true],
    ["AWS_ENABLE_ENDPOINT_DISCOVERY", "1", true],
    ["AWS_ENABLE_ENDPOINT_DISCOVERY", "False", false],
    ["AWS_ENABLE_ENDPOINT_DISCOVERY", "auto", undefined],
    ["AWS_ENDPOINT_DISCOVERY_ENABLED", "true", true],
  ])("applies the setting %s=%s", async (variable, value, expected) => {
    vi.stubEnv(variable, value);
    await withCells(
      () => ({}),
      {},
      async ({ client }) => {
        expect(await client.config.endpointDiscoveryEnabled()).toBe(expected);
      },
    );
  });

  it("uses an endpoint from the environment for all operations", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL_CELLS", "https://set.example");
    await withCells(
      () => ({}),
      enabled,
      async ({ client, places }) => {
        await client.read({});
        await client.write({ Table: "x" });
        expect(places()).toEqual(["Read set.example", "Write set.example"]);
      },
    );
  });

  it("rejects invalid settings", async () => {
    vi.stubEnv("AWS_ENABLE_ENDPOINT_DISCOVERY", "perhaps");
    await withCells(
      () => ({}),
      {},
      async ({ client }) => {
        await expect(client.read({})).rejects.toThrow(
          'Unknown endpoint discovery setting "perhaps". Expected one of: true, false, auto.',
        );
      },
    );
  });
});
