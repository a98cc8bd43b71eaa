import { describe, expect, it } from "vitest";
import { collect, connect, depot } from "./run-depot.js";

describe("a paginator", () => {
  const pages = [
    { parcels: [{ id: "a" }, { id: "b" }], nextToken: "2" },
    { parcels: [], nextToken: "3" },
    { parcels: [{ id: "c" }] },
  ];

  it("requests each page with the token of the previous one", async () => {
    const { asked, client } = connect((_, number) => pages[number] ?? {});
    const input = { colour: "red" };
    const given = await collect(depot["paginateListParcels"]({ client, pageSize: 2 }, input));
    expect(given).toHaveLength(3);
    expect(asked.map((one) => one.input)).toEqual([
      { colour: "red", maxResults: 2 },
      { colour: "red", maxResults: 2, nextToken: "2" },
      { colour: "red", maxResults: 2, nextToken: "3" },
    ]);
    expect(input).toEqual({ colour: "red" });
  });

  it("iterates over items, and requests a page only when its first item is needed", async () => {
    const { asked, client } = connect((_, number) => pages[number] ?? {});
    const items = depot["paginateListParcels"]({ client }, {}).items();
    expect((await items.next()).value).toEqual({ id: "a" });
    expect((await items.next()).value).toEqual({ id: "b" });
    expect(asked).toHaveLength(1);
    expect(await collect(items)).toEqual([{ id: "c" }]);
    expect(asked).toHaveLength(3);
  });

  it("starts at startingToken and keeps the page size of the input", async () => {
    const { asked, client } = connect(() => ({}));
    const config = { client, startingToken: "9", pageSize: 5 };
    await collect(depot["paginateListParcels"](config, { nextToken: "1", maxResults: 3 }));
    expect(asked[0]?.input).toEqual({ nextToken: "9", maxResults: 3 });
  });

  it("stops at an empty token, and at a repeated token with stopOnSameToken", async () => {
    const empty = connect(() => ({ nextToken: "" }));
    await collect(depot["paginateListParcels"]({ client: empty.client }, {}));
    expect(empty.asked).toHaveLength(1);
    const same = connect(() => ({ nextToken: "again" }));
    const config = { client: same.client, stopOnSameToken: true };
    await collect(depot["paginateListParcels"](config, {}));
    expect(same.asked).toHaveLength(2);
  });

  it("reads the token and the items from nested structures, and the entries of a map", async () => {
    const answers = [{ page: { next: "b", shelves: { x: 1, y: 2 } } }, { page: {} }, {}];
    const { asked, client } = connect((_, number) => answers[number] ?? {});
    const all = await collect(client.paginateListShelves({ hall: "A" }).items());
    expect(all).toEqual([
      ["x", 1],
      ["y", 2],
    ]);
    expect(asked.map(({ input }) => input["from"])).toEqual([undefined, "b"]);
  });

  it("allows changes of each command before it is sent", async () => {
    const { asked, client } = connect(() => ({}));
    const seen: unknown[] = [];
    const withCommand = (command: object) => {
      seen.push(command);
      return new depot["ListParcelsCommand"]({ colour: "blue" });
    };
    await collect(depot["paginateListParcels"]({ client, withCommand }, {}));
    expect(seen).toHaveLength(1);
    expect(asked[0]?.input).toEqual({ colour: "blue" });
  });

  it("rejects clients of other services when the first page is requested", async () => {
    const pages = depot["paginateListParcels"]({ client: { send: async () => ({}) } }, {});
    await expect(pages.next()).rejects.toThrow("Invalid client, expected instance of DepotClient");
  });
});

describe("a waiter", () => {
  const quick = { maxWaitTime: 2, minDelay: 0.001, maxDelay: 0.002 };
  const input = { name: "north" };
  const noDepot = { statusCode: 400, body: { __type: "NoDepot", message: "There is none." } };

  it("polls until the state is reached, despite expected errors", async () => {
    const states = [noDepot, { depot: { state: "closed" } }, { depot: { state: "open" } }];
    const { asked, client } = connect((_, number) => states[number] ?? {});
    const result = await depot["waitUntilDepotOpen"]({ client, ...quick }, input);
    expect(result).toMatchObject({ state: "SUCCESS", final: { depot: { state: "open" } } });
    expect(result.reason).toBe(result.final);
    expect(asked.map((one) => one.input)).toEqual([input, input, input]);
  });

  it("ends if the state cannot be reached: waitUntil throws, waitFor returns the state", async () => {
    const { client } = connect(() => ({ depot: { burnt: true } }));
    await expect(depot["waitUntilDepotOpen"]({ client, ...quick }, input)).rejects.toThrow(
      '"state":"FAILURE"',
    );
    const result = await depot["waitForDepotOpen"]({ client, ...quick }, input);
    expect(result).toMatchObject({ state: "FAILURE", reason: { depot: { burnt: true } } });
  });

  it("can wait until the operation fails with an error", async () => {
    const { client } = connect(() => noDepot);
    const { final } = await depot["waitUntilDepotGone"]({ client, ...quick }, input);
    expect(final).toBeInstanceOf(depot["NoDepot"]);
  });

  it('fails after unexpected errors, or ignores them with unexpectedErrors: "retry"', async () => {
    const answers = [
      { statusCode: 400, body: { __type: "Strange" } },
      { depot: { state: "open" } },
    ];
    const first = connect((_, number) => answers[number] ?? {});
    const lenient = { client: first.client, ...quick, unexpectedErrors: "retry" };
    expect(await depot["waitUntilDepotOpen"](lenient, input)).toMatchObject({ state: "SUCCESS" });
    const second = connect((_, number) => answers[number] ?? {});
    const strict = { client: second.client, ...quick };
    await expect(depot["waitUntilDepotOpen"](strict, input)).rejects.toThrow("Strange");
    expect(second.asked).toHaveLength(1);
  });

  it("ends after the maximum time or when it is aborted", async () => {
    const { client } = connect(() => ({ depot: { state: "closed" } }));
    const short = { client, maxWaitTime: 0.05, minDelay: 0.01, maxDelay: 0.02 };
    await expect(depot["waitUntilDepotOpen"](short, input)).rejects.toMatchObject({
      name: "TimeoutError",
    });
    const controller = new AbortController();
    const wait = depot["waitUntilDepotOpen"](
      { client, maxWaitTime: 60, minDelay: 0.1, maxDelay: 1, abortSignal: controller.signal },
      input,
    );
    controller.abort();
    await expect(wait).rejects.toMatchObject({ name: "AbortError" });
  });

  it("rejects delays that exceed the maximum time", async () => {
    const { client } = connect(() => ({}));
    await expect(client.waitUntilDepotOpen(input, 0.5)).rejects.toThrow("must be greater than");
  });

  it("can test lists, or the input together with the output", async () => {
    const shelves = (...states: string[]) => ({ shelves: states.map((state) => ({ state })) });
    const wait = async (...halls: object[]) => {
      const { client } = connect(() => ({ depot: { name: "north", halls, labels: { a: 1 } } }));
      const params = { client, maxWaitTime: 0.03, minDelay: 0.01, maxDelay: 0.02 };
      return (await depot["waitForParcelsSorted"](params, input)).state;
    };
    expect(await wait(shelves("sorted"), {}, shelves("sorted", "sorted"))).toBe("SUCCESS");
    expect(await wait(shelves("sorted"), shelves("lost"))).toBe("FAILURE");
    expect(await wait(shelves("new"), { ...shelves("sorted"), parcels: 2 })).toBe("TIMEOUT");
    expect(await wait(shelves("new"), { ...shelves("sorted"), parcels: 1 })).toBe("FAILURE");
  });
});
