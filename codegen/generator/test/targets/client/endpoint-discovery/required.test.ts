import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endpoints, withCells } from "./cells.js";

const invalid = { statusCode: 400, body: { __type: "InvalidEndpointException" } };

describe("an operation that needs an endpoint of its own", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: 0 }));
  afterEach(() => vi.useRealTimers());

  it("waits until the service has named it, and asks once for calls of the same kind", async () => {
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

  it("has one for each value of its identifiers and each access key", async () => {
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

  it("takes addresses with scheme, port and path, and signs for the region all the same", async () => {
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

  it("asks anew before the time of the best endpoint is over, without a call that waits for it", async () => {
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

  it("takes the next endpoint of the list when the time of the first is over", async () => {
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

  it("goes on with an endpoint whose time is over while the service fails to name another", async () => {
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
          // Not asked again within the same minute.
          "Write a.example",
        ]);
      },
    );
  });

  it("fails where the service names none, saying why", async () => {
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
        // The next call tries again.
        await expect(client.write({ Table: "x" })).rejects.toThrow(/contains no endpoint/);
        expect(places()).toHaveLength(2);
      },
    );
  });

  it.each([
    ["the error that the model names", invalid],
    ["the status of a misdirected request", { statusCode: 421, body: {} }],
  ])("is asked for again and called once more after %s", async (_, answer) => {
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
  });

  it("is called once more only once", async () => {
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

  it("cannot be called where discovery is disabled", async () => {
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

  it("goes to the endpoint that the client was given, whatever else is set", async () => {
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

  it("forgets what was not used for longest, beyond endpointCacheSize", async () => {
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
    ).rejects.toThrow("endpointCacheSize is 0. It must be a positive integer.");
  });

  it("stops waiting when the caller gives up, which ends nothing for others", async () => {
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
