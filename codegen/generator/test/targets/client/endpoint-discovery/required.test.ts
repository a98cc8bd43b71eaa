import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endpoints, withCells } from "./cells.js";

const invalid = { statusCode: 400, body: { __type: "InvalidEndpointException" } };

describe("an operation with required endpoint discovery", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: 0 }));
  afterEach(() => vi.useRealTimers());

  it("waits for its endpoint, and discovers the endpoint once for similar calls", async () => {
    await withCells(
      ({ operation }) => (operation === "DescribeEndpoints" ? endpoints(["a.example", 5]) : {}),
      {},
      async ({ client, calls, places }) => {
        await Promise.all([client.write({ Table: "x" }), client.write({ Table: "x" })]);
        await client.write({ Table: "x", Text: "more" });
        expect(places()).toEqual([
          "DescribeEndpoints cells.us-east-1.example",
          "Write a.example",
          "Write a.example",
          "Write a.example",
        ]);
        expect(calls[0]?.input).toEqual({ Operation: "Write", Identifiers: { Table: "x" } });
      },
    );
  });

  it("has a separate endpoint for each value of its identifiers and each access key", async () => {
    await withCells(
      ({ operation, input, accessKey }) =>
        operation === "DescribeEndpoints"
          ? endpoints([
              `${Object(input["Identifiers"]).Table}.${accessKey.toLowerCase()}.example`,
              5,
            ])
          : {},
      {},
      async ({ client, places }) => {
        await client.write({ Table: "x" });
        await client.write({ Table: "y" });
        client.config.credentials = { accessKeyId: "AKIDSECOND", secretAccessKey: "secret" };
        await client.write({ Table: "x" });
        expect(places().filter((place) => place.startsWith("Write"))).toEqual([
          "Write x.akidfirst.example",
          "Write y.akidfirst.example",
          "Write x.akidsecond.example",
        ]);
      },
    );
  });

  it("accepts addresses with scheme, port and path, and signs for the region of the client", async () => {
    await withCells(
      ({ operation }) =>
        operation === "DescribeEndpoints" ? endpoints(["http://a.example:81/cell", 5]) : {},
      {},
      async ({ client, calls, places }) => {
        await client.write({ Table: "x" });
        expect(places()[1]).toBe("Write a.example:81/cell");
        expect(calls.map(({ region }) => region)).toEqual(["us-east-1", "us-east-1"]);
      },
    );
  });

  it("refreshes endpoints in the background before the first endpoint expires", async () => {
    await withCells(
      ({ operation }, number) =>
        operation === "DescribeEndpoints" ? endpoints([`at-${number}.example`, 10]) : {},
      {},
      async ({ client, places }) => {
        await client.write({ Table: "x" });
        vi.setSystemTime(8 * 60_000);
        await client.write({ Table: "x" });
        vi.setSystemTime(9.5 * 60_000);
        await client.write({ Table: "x" });
        await vi.waitFor(() => expect(places()).toHaveLength(5));
        vi.setSystemTime(11 * 60_000);
        await client.write({ Table: "x" });
        expect(places().map((place) => place.replace("cells.us-east-1.example", "…"))).toEqual([
          "DescribeEndpoints …",
          "Write at-0.example",
          "Write at-0.example",
          expect.any(String),
          expect.any(String),
          expect.stringMatching(/^Write at-[34]\.example$/),
        ]);
        expect(places().slice(3, 5).sort()).toEqual([
          "DescribeEndpoints cells.us-east-1.example",
          "Write at-0.example",
        ]);
      },
    );
  });

  it("uses the next endpoint of the list when the first endpoint expires", async () => {
    await withCells(
      ({ operation }, number) => {
        if (operation !== "DescribeEndpoints") return {};
        return number === 0
          ? endpoints(["first.example", 1], ["second.example", 60])
          : { statusCode: 400, body: {} };
      },
      {},
      async ({ client, places }) => {
        await client.write({ Table: "x" });
        vi.setSystemTime(2 * 60_000);
        await client.write({ Table: "x" });
        expect(places()).toContain("Write first.example");
        expect(places()).toContain("Write second.example");
      },
    );
  });

  it("keeps an expired endpoint while discovery fails", async () => {
    await withCells(
      ({ operation }, number) => {
        if (operation !== "DescribeEndpoints") return {};
        return number === 0 ? endpoints(["a.example", 1]) : { statusCode: 500, body: {} };
      },
      {},
      async ({ client, places }) => {
        await client.write({ Table: "x" });
        vi.setSystemTime(2 * 60_000);
        await client.write({ Table: "x" });
        await client.write({ Table: "x" });
        expect(places().slice(2)).toEqual([
          "DescribeEndpoints cells.us-east-1.example",
          "Write a.example",
          // The client does not repeat a failed discovery within one minute.
          "Write a.example",
        ]);
      },
    );
  });

  it("fails with the reason if discovery fails", async () => {
    const broken = { statusCode: 400, body: { __type: "Broken", message: "no cells today" } };
    await withCells(
      (_, number) => (number === 0 ? broken : endpoints()),
      {},
      async ({ client, places }) => {
        await expect(client.write({ Table: "x" })).rejects.toMatchObject({
          name: "EndpointDiscoveryError",
          message: expect.stringContaining("no cells today"),
          cause: { name: "Broken" },
        });
        // The next call repeats the discovery.
        await expect(client.write({ Table: "x" })).rejects.toThrow(/contains no endpoint/);
        expect(places()).toHaveLength(2);
      },
    );
  });

  it.each([
    ["the error that the model names", invalid],
    ["the status of a misdirected request", { statusCode: 421, body: {} }],
  ])(
    "discovers its endpoint again and repeats the call after a response with %s",
    async (_, answer) => {
      await withCells(
        ({ operation, host }, number) => {
          if (operation === "DescribeEndpoints") return endpoints([`at-${number}.example`, 60]);
          return host === "at-0.example" ? answer : {};
        },
        {},
        async ({ client, places }) => {
          await client.write({ Table: "x", Text: "all of it" });
          expect(places().filter((place) => place.startsWith("Write"))).toEqual([
            "Write at-0.example",
            "Write at-2.example",
          ]);
        },
      );
    },
  );

  it("repeats a failed call only once", async () => {
    await withCells(
      ({ operation }) =>
        operation === "DescribeEndpoints" ? endpoints(["a.example", 5]) : invalid,
      {},
      async ({ client, places }) => {
        await expect(client.write({ Table: "x" })).rejects.toMatchObject({
          name: "InvalidEndpointException",
        });
        expect(places().filter((place) => place.startsWith("Write"))).toHaveLength(2);
      },
    );
  });

  it("fails if discovery is disabled", async () => {
    await withCells(
      () => ({}),
      { endpointDiscoveryEnabled: false },
      async ({ client, calls }) => {
        await expect(client.write({ Table: "x" })).rejects.toThrow(
          /WriteCommand of CellsClient requires endpoint discovery/,
        );
        expect(calls).toEqual([]);
      },
    );
  });

  it("uses the endpoint of the client if one is configured", async () => {
    const given = { endpoint: "https://mine.example", endpointDiscoveryEnabled: true };
    await withCells(
      () => ({}),
      given,
      async ({ client, places }) => {
        await client.write({ Table: "x" });
        expect(places()).toEqual(["Write mine.example"]);
      },
    );
  });

  it("drops the least recently used endpoint if the cache exceeds endpointCacheSize", async () => {
    await withCells(
      ({ operation }) => (operation === "DescribeEndpoints" ? endpoints(["a.example", 5]) : {}),
      { endpointCacheSize: 2 },
      async ({ client, calls }) => {
        for (const Table of ["x", "y", "x", "z", "x", "y"]) await client.write({ Table });
        const asked = calls.filter(({ operation }) => operation === "DescribeEndpoints");
        const tables = asked.map(({ input }) => Object(input["Identifiers"]).Table);
        expect(tables).toEqual(["x", "y", "z", "y"]);
        expect(client.config.endpointCache.size).toBe(2);
      },
    );
    await expect(
      withCells(
        () => ({}),
        { endpointCacheSize: 0 },
        async () => {},
      ),
    ).rejects.toThrow("endpointCacheSize must be a positive integer. Received 0.");
  });

  it("stops waiting when its caller aborts, without affecting other calls", async () => {
    let name = (): void => {};
    const named = new Promise<void>((resolve) => (name = resolve));
    await withCells(
      ({ operation }) =>
        operation === "DescribeEndpoints" ? named.then(() => endpoints(["a.example", 5])) : {},
      {},
      async ({ client, places }) => {
        const controller = new AbortController();
        const first = client.write({ Table: "x" }, { abortSignal: controller.signal });
        const second = client.write({ Table: "x" });
        setTimeout(() => controller.abort(), 20);
        await expect(first).rejects.toMatchObject({ name: "AbortError" });
        name();
        await second;
        expect(places()).toEqual(["DescribeEndpoints cells.us-east-1.example", "Write a.example"]);
      },
    );
  });
});
