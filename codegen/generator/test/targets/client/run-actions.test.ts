import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { modelOf } from "../../load-plan.js";
import { stubService, withClient } from "./run-client.js";
import type { Answer, Asked } from "./run-client.js";

const folder = fileURLToPath(new URL("golden/depot", import.meta.url));
const model = modelOf(await readFile(`${folder}/model.smithy`, "utf8"));

// What the generated modules export is not known when this file is compiled.
// oxlint-disable-next-line typescript/no-explicit-any
type Exported = any;
let depot: Record<string, Exported> = {};

beforeAll(async () => {
  depot = await withClient(model, (importModule) => importModule("index.js"));
});

const connect = (answer: (asked: Asked, number: number) => Answer | object, options = {}) => {
  const { asked, handler } = stubService(answer);
  const Client = depot["Depot"];
  const client = new Client({
    endpoint: "http://depot.example",
    requestHandler: handler,
    ...options,
  });
  return { asked, client };
};

const collect = async (all: AsyncIterable<unknown>): Promise<unknown[]> => {
  const items: unknown[] = [];
  for await (const item of all) items.push(item);
  return items;
};

describe("a paginator", () => {
  const pages = [
    { parcels: [{ id: "a" }, { id: "b" }], nextToken: "2" },
    { parcels: [], nextToken: "3" },
    { parcels: [{ id: "c" }] },
  ];

  it("gives page after page, and asks for the next one with the token of the last", async () => {
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

  it("gives items, and asks for a page only when its first item is wanted", async () => {
    const { asked, client } = connect((_, number) => pages[number] ?? {});
    const items = depot["paginateListParcels"]({ client }, {}).items();
    expect((await items.next()).value).toEqual({ id: "a" });
    expect((await items.next()).value).toEqual({ id: "b" });
    expect(asked).toHaveLength(1);
    expect(await collect(items)).toEqual([{ id: "c" }]);
    expect(asked).toHaveLength(3);
  });

  it("begins where it is told, and keeps a page size that the input sets", async () => {
    const { asked, client } = connect(() => ({}));
    const config = { client, startingToken: "9", pageSize: 5 };
    await collect(depot["paginateListParcels"](config, { nextToken: "1", maxResults: 3 }));
    expect(asked[0]?.input).toEqual({ nextToken: "9", maxResults: 3 });
  });

  it("stops at an empty token, and at the same one if asked to", async () => {
    const empty = connect(() => ({ nextToken: "" }));
    await collect(depot["paginateListParcels"]({ client: empty.client }, {}));
    expect(empty.asked).toHaveLength(1);
    const same = connect(() => ({ nextToken: "again" }));
    const config = { client: same.client, stopOnSameToken: true };
    await collect(depot["paginateListParcels"](config, {}));
    expect(same.asked).toHaveLength(2);
  });

  it("finds token and items inside structures; the items of a map are its entries", async () => {
    const answers = [{ page: { next: "b", shelves: { x: 1, y: 2 } } }, { page: {} }, {}];
    const { asked, client } = connect((_, number) => answers[number] ?? {});
    const all = await collect(client.paginateListShelves({ hall: "A" }).items());
    expect(all).toEqual([
      ["x", 1],
      ["y", 2],
    ]);
    expect(asked.map(({ input }) => input["from"])).toEqual([undefined, "b"]);
  });

  it("lets each command be changed before it is sent", async () => {
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

  it("refuses clients of other services, when it is first asked for a page", async () => {
    const pages = depot["paginateListParcels"]({ client: { send: async () => ({}) } }, {});
    await expect(pages.next()).rejects.toThrow("Invalid client, expected instance of DepotClient");
  });
});

describe("a waiter", () => {
  const quick = { maxWaitTime: 2, minDelay: 0.001, maxDelay: 0.002 };
  const input = { name: "north" };
  const noDepot = { statusCode: 400, body: { __type: "NoDepot", message: "There is none." } };

  it("calls until the state is reached, over errors that it knows of", async () => {
    const states = [noDepot, { depot: { state: "closed" } }, { depot: { state: "open" } }];
    const { asked, client } = connect((_, number) => states[number] ?? {});
    const result = await depot["waitUntilDepotOpen"]({ client, ...quick }, input);
    expect(result).toMatchObject({ state: "SUCCESS", final: { depot: { state: "open" } } });
    expect(result.reason).toBe(result.final);
    expect(asked.map((one) => one.input)).toEqual([input, input, input]);
  });

  it("fails at once where the state will not come: one way throws, the other says so", async () => {
    const { client } = connect(() => ({ depot: { burnt: true } }));
    await expect(depot["waitUntilDepotOpen"]({ client, ...quick }, input)).rejects.toThrow(
      '"state":"FAILURE"',
    );
    const result = await depot["waitForDepotOpen"]({ client, ...quick }, input);
    expect(result).toMatchObject({ state: "FAILURE", reason: { depot: { burnt: true } } });
  });

  it("can wait for an error", async () => {
    const { client } = connect(() => noDepot);
    const { final } = await depot["waitUntilDepotGone"]({ client, ...quick }, input);
    expect(final).toBeInstanceOf(depot["NoDepot"]);
  });

  it("goes on over errors that it does not know, or fails for them if asked to", async () => {
    const answers = [
      { statusCode: 400, body: { __type: "Strange" } },
      { depot: { state: "open" } },
    ];
    const first = connect((_, number) => answers[number] ?? {});
    const config = { client: first.client, ...quick };
    expect(await depot["waitUntilDepotOpen"](config, input)).toMatchObject({ state: "SUCCESS" });
    const second = connect((_, number) => answers[number] ?? {});
    const strict = { client: second.client, ...quick, unexpectedErrors: "fail" };
    await expect(depot["waitUntilDepotOpen"](strict, input)).rejects.toThrow("Strange");
    expect(second.asked).toHaveLength(1);
  });

  it("ends when the time is over, or when it is told to", async () => {
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

  it("refuses delays that do not fit the time", async () => {
    const { client } = connect(() => ({}));
    await expect(client.waitUntilDepotOpen(input, 0.5)).rejects.toThrow("must be greater than");
  });

  it("looks into lists, and into the input beside the output", async () => {
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

describe("a batch whose answers have an id", () => {
  const parcels = (count: number, content = "x") =>
    Array.from({ length: count }, (_, index) => ({ id: `p${index}`, content }));
  const ids = ({ input }: Asked) => Object(input)["parcels"].map(({ id }: { id: string }) => id);
  const sent = (asked: Asked) => ids(asked).map((id: string) => ({ id, number: `#${id}` }));

  it("is sent in calls of as many as fit, in order, with the rest of the input", async () => {
    const { asked, client } = connect((one) => ({ sent: sent(one), failed: [] }));
    const report = await depot["sendParcelsAll"]({ client }, { depot: "A", parcels: parcels(23) });
    expect(asked.map((one) => ids(one).length)).toEqual([10, 10, 3]);
    expect(asked.map(({ input }) => input["depot"])).toEqual(["A", "A", "A"]);
    expect(
      report.outcomes.map(({ index, entry, result }: Exported) => [index, entry.id, result.number]),
    ).toEqual(parcels(23).map(({ id }, index) => [index, id, `#${id}`]));
    expect(report.throwIfRefused()).toBe(report);
    expect(report.summary).toBe("23 accepted, 0 duplicates, 0 refused");
  });

  it("finds answers whatever their order", async () => {
    const { client } = connect((one) => ({ sent: sent(one).reverse(), failed: [] }));
    const report = await depot["sendParcelsAll"]({ client }, { depot: "A", parcels: parcels(4) });
    expect(report.accepted.map(({ result }: Exported) => result.id)).toEqual([
      "p0",
      "p1",
      "p2",
      "p3",
    ]);
  });

  it("keeps requests below the limit of bytes, and does not send what is too long alone", async () => {
    const { asked, client } = connect((one) => ({ sent: sent(one), failed: [] }));
    const all = [...parcels(6, "ä".repeat(300)), { id: "long", content: "x".repeat(2000) }];
    const report = await depot["sendParcelsAll"]({ client }, { depot: "A", parcels: all });
    expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(2000);
    expect(asked.flatMap(ids)).toEqual(["p0", "p1", "p2", "p3", "p4", "p5"]);
    expect(report.accepted).toHaveLength(6);
    expect(report.refused).toMatchObject([{ index: 6, because: "too-large", attempts: 0 }]);
    expect(report.refused[0].bytes).toBeGreaterThan(2000);
  });

  it("tells refusals from duplicates, and sends again what the sender is not to blame for", async () => {
    const { asked, client } = connect((one, number) => ({
      sent: sent(one).filter(
        ({ id }: { id: string }) => id === "p0" || (number > 0 && id === "p3"),
      ),
      failed: [
        { id: "p1", code: "Known", text: "There it is.", senderFault: true },
        { id: "p2", code: "Soaked", text: "It is wet.", senderFault: true },
        ...(number === 0 ? [{ id: "p3", code: "NoVan", senderFault: false }] : []),
      ],
    }));
    const report = await depot["sendParcelsAll"]({ client }, { depot: "A", parcels: parcels(4) });
    expect(report.outcomes.map(({ outcome, attempts }: Exported) => [outcome, attempts])).toEqual([
      ["accepted", 1],
      ["duplicate", 1],
      ["refused", 1],
      ["accepted", 2],
    ]);
    expect(report.refused[0]).toMatchObject({
      because: "status",
      status: "Soaked",
      message: "It is wet.",
      entry: { id: "p2" },
    });
    expect(asked.map(ids)).toEqual([["p0", "p1", "p2", "p3"], ["p3"]]);
    expect(() => report.throwIfRefused()).toThrow(
      "Not all entries were taken: 2 accepted, 1 duplicate, 1 refused (1 × Soaked).",
    );
  });

  it("keeps calls that fail to themselves, and says which they were", async () => {
    const { client } = connect((one) =>
      ids(one).includes("p10")
        ? { statusCode: 400, body: { __type: "Odd", message: "That is odd." } }
        : { sent: sent(one), failed: [] },
    );
    const report = await depot["sendParcelsAll"]({ client }, { depot: "A", parcels: parcels(21) });
    expect(report.accepted).toHaveLength(11);
    expect(report.refused).toHaveLength(10);
    expect(report.refused[0]).toMatchObject({
      because: "error",
      error: { name: "Odd" },
      call: { number: 1, indexes: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19] },
    });
    expect(() => report.throwIfRefused()).toThrow(depot["BatchRefusedError"]);
    expect(() => report.throwIfRefused()).toThrow(
      expect.objectContaining({ report, cause: expect.objectContaining({ name: "Odd" }) }),
    );
  });

  it("sends several calls at a time if asked to, and still answers in order", async () => {
    const { asked, client } = connect((one) => ({ sent: sent(one), failed: [] }));
    const { handle } = client.config.requestHandler;
    let underWay = 0;
    let most = 0;
    client.config.requestHandler.handle = async (request: object) => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 5));
      underWay--;
      return handle(request);
    };
    const input = { depot: "A", parcels: parcels(50) };
    const report = await client.sendParcelsAll(input, { concurrency: 3 });
    expect(most).toBe(3);
    expect(asked).toHaveLength(5);
    expect(report.outcomes.map(({ entry }: Exported) => entry.id)).toEqual(
      parcels(50).map(({ id }) => id),
    );
    await expect(client.sendParcelsAll(input, { concurrency: 0 })).rejects.toThrow(RangeError);
  });

  it("makes no call for no entries", async () => {
    const { asked, client } = connect(() => ({}));
    const report = await depot["sendParcelsAll"]({ client }, { depot: "A", parcels: [] });
    expect(asked).toEqual([]);
    expect(report.outcomes).toEqual([]);
  });

  it("ends when it is told to, with an outcome for each entry", async () => {
    const controller = new AbortController();
    const { client } = connect((one, number) => {
      if (number === 1) controller.abort();
      return { sent: sent(one), failed: [] };
    });
    const config = { client, abortSignal: controller.signal };
    const report = await depot["sendParcelsAll"](config, { depot: "A", parcels: parcels(30) });
    expect(report.outcomes).toHaveLength(30);
    expect(report.refused.filter(({ because }: Exported) => because === "aborted")).toHaveLength(
      10,
    );
  });
});

describe("a batch whose answers are in order", () => {
  const readings = [1, 2, 3, 4].map((value) => ({ value }));
  const values = ({ input }: Asked) => Object(input)["readings"].map(Object.values).flat();

  it("sends again what was throttled, as often as the client tries", async () => {
    const { asked, client } = connect(
      (one) => ({
        results: values(one).map((value: number) =>
          value === 2
            ? { errorCode: "Throttled", errorMessage: "Too fast." }
            : { sequence: `s${value}` },
        ),
      }),
      { maxAttempts: 2 },
    );
    const report = await depot["putAllReadings"]({ client }, { readings });
    expect(asked.map(values)).toEqual([[1, 2, 3], [2], [4]]);
    expect(report.accepted.map(({ result }: Exported) => result.sequence)).toEqual([
      "s1",
      "s3",
      "s4",
    ]);
    expect(report.refused).toMatchObject([
      { index: 1, because: "status", status: "Throttled", message: "Too fast.", attempts: 2 },
    ]);
  });

  it("finds the entries that make whole calls fail, and sends the others without them", async () => {
    const { asked, client } = connect((one) =>
      values(one).includes(2)
        ? { statusCode: 400, body: { __type: "Impossible", message: "No such reading." } }
        : { results: values(one).map((value: number) => ({ sequence: `s${value}` })) },
    );
    const report = await depot["putAllReadings"]({ client }, { readings });
    expect(asked.map(values)).toEqual([[1, 2, 3], [1, 2], [1], [2], [3], [4]]);
    expect(report.accepted.map(({ result }: Exported) => result.sequence)).toEqual([
      "s1",
      "s3",
      "s4",
    ]);
    expect(report.refused).toMatchObject([
      { index: 1, because: "error", error: { name: "Impossible" }, call: { indexes: [1] } },
    ]);
  });

  it("says so where an answer is missing", async () => {
    const { client } = connect(() => ({ results: [{ sequence: "s1" }] }));
    const report = await depot["putAllReadings"]({ client }, { readings: readings.slice(0, 2) });
    expect(report.refused).toMatchObject([{ index: 1, because: "unanswered" }]);
  });
});

describe("a batch whose answers repeat the entry", () => {
  const at = new Date("2026-11-01T05:00:00.400Z");
  const weight = (parcel: string, grams?: number) => ({ parcel, at, ...(grams && { grams }) });
  const echo = (parcel: string, grams: number, status = "Recorded", number = parcel) => ({
    weight: { parcel, at: 1793509200, grams, notes: ["seen"] },
    number,
    status,
  });

  it("finds them whatever their order, over defaults and fractions of seconds", async () => {
    const { client } = connect(() => ({
      results: [echo("b", 5), echo("a", 0), echo("b", 7, "UnknownParcel")],
    }));
    const weights = [weight("a"), weight("b", 7), weight("b", 5)];
    const report = await depot["recordAllWeights"]({ client }, { weights });
    expect(report.outcomes).toMatchObject([
      { outcome: "accepted", result: { number: "a" } },
      { outcome: "refused", because: "status", status: "UnknownParcel" },
      { outcome: "accepted", result: { number: "b" } },
    ]);
  });

  it("gives each of two entries that are alike an answer of its own", async () => {
    const { client } = connect(() => ({
      results: [echo("a", 1, "Recorded", "n1"), echo("a", 1, "Again", "n1")],
    }));
    const weights = [weight("a", 1), weight("a", 1)];
    const report = await depot["recordAllWeights"]({ client }, { weights });
    expect(report.outcomes.map(({ outcome }: Exported) => outcome)).toEqual([
      "accepted",
      "duplicate",
    ]);
    expect(report.throwIfRefused()).toBe(report);
    expect(() => report.throwUnlessAccepted()).toThrow("1 accepted, 1 duplicate, 0 refused");
  });

  it("sends again, as they were, the entries that the service did not get to", async () => {
    const { asked, client } = connect((_, number) =>
      number === 0
        ? { results: [echo("a", 1)], unprocessed: [{ parcel: "b", at: 1793509200, grams: 2 }] }
        : { results: [echo("b", 2)] },
    );
    const weights = [{ ...weight("a", 1) }, { ...weight("b", 2), notes: ["kept"] }];
    const report = await depot["recordAllWeights"]({ client }, { weights });
    expect(report.accepted.map(({ attempts }: Exported) => attempts)).toEqual([1, 2]);
    expect(report.throwUnlessAccepted()).toBe(report);
    expect(asked[1]?.input).toEqual({
      weights: [{ parcel: "b", at: 1793509200.4, grams: 2, notes: ["kept"] }],
    });
  });

  it("gives up at last, and says so", async () => {
    const { asked, client } = connect(
      () => ({
        unprocessed: [{ parcel: "a", at: 1793509200, grams: 1 }],
      }),
      { maxAttempts: 2 },
    );
    const report = await depot["recordAllWeights"]({ client }, { weights: [weight("a", 1)] });
    expect(asked).toHaveLength(2);
    expect(report.refused).toMatchObject([{ because: "unprocessed", attempts: 2 }]);
  });

  it("does not wait for the next attempt once the caller gives up", async () => {
    const controller = new AbortController();
    const { asked, client } = connect(() => {
      setTimeout(() => controller.abort(), 1);
      return { unprocessed: [{ parcel: "a", at: 1793509200, grams: 1 }] };
    });
    const config = { client, abortSignal: controller.signal };
    const report = await depot["recordAllWeights"](config, { weights: [weight("a", 1)] });
    expect(asked).toHaveLength(1);
    expect(report.refused).toMatchObject([{ because: "aborted", attempts: 1 }]);
  });
});

describe("a batch that names only what is left over", () => {
  it("takes the rest for accepted", async () => {
    const { asked, client } = connect((_, number) =>
      number === 0 ? { unprocessed: [{ name: "b", value: "2" }] } : {},
    );
    const tags = [{ name: "a" }, { name: "b", value: "2" }, { name: "c" }];
    const report = await depot["removeTagsAll"]({ client }, { tags });
    expect(report.accepted.map(({ entry }: Exported) => entry.name)).toEqual(["a", "b", "c"]);
    expect(asked).toHaveLength(3);
  });
});
