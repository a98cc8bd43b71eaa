import { describe, expect, it } from "vitest";
import type { Asked } from "./run-client.js";
import { connect, depot } from "./run-depot.js";
import type { Exported } from "./run-depot.js";

describe("a batch whose results have an id", () => {
  const parcels = (count: number, content = "x") =>
    Array.from({ length: count }, (_, index) => ({ id: `p${index}`, content }));
  const ids = ({ input }: Asked) => Object(input)["parcels"].map(({ id }: { id: string }) => id);
  const sent = (asked: Asked) => ids(asked).map((id: string) => ({ id, number: `#${id}` }));

  it("is sent in calls of the maximum size, in order, with the other members of the input", async () => {
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

  it("rejects a client as the first argument, and entries under a wrong name", async () => {
    const { asked, client } = connect(() => ({ sent: [], failed: [] }));
    await expect(
      depot["sendParcelsAll"](client, { depot: "A", parcels: parcels(1) }),
    ).rejects.toThrow(/^The first argument must be \{ client \} with a client\. Received /);
    await expect(
      depot["sendParcelsAll"]({ client }, { depot: "A", Parcels: parcels(1) }),
    ).rejects.toThrow("parcels of the second argument must be an array. Received undefined.");
    expect(asked).toEqual([]);
  });

  it("matches results in any order", async () => {
    const { client } = connect((one) => ({ sent: sent(one).reverse(), failed: [] }));
    const report = await depot["sendParcelsAll"]({ client }, { depot: "A", parcels: parcels(4) });
    expect(report.accepted.map(({ result }: Exported) => result.id)).toEqual([
      "p0",
      "p1",
      "p2",
      "p3",
    ]);
  });

  it("keeps calls below the size limit, and does not send an entry that exceeds it", async () => {
    const { asked, client } = connect((one) => ({ sent: sent(one), failed: [] }));
    const all = [...parcels(6, "ä".repeat(300)), { id: "long", content: "x".repeat(2000) }];
    const report = await depot["sendParcelsAll"]({ client }, { depot: "A", parcels: all });
    expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(2000);
    expect(asked.flatMap(ids)).toEqual(["p0", "p1", "p2", "p3", "p4", "p5"]);
    expect(report.accepted).toHaveLength(6);
    expect(report.refused).toMatchObject([{ index: 6, because: "too-large", attempts: 0 }]);
    expect(report.refused[0].bytes).toBeGreaterThan(2000);
  });

  it("distinguishes refusals from duplicates, and retries entries after faults of the service", async () => {
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
      "Not all entries were accepted: 2 accepted, 1 duplicate, 1 refused (1 × Soaked).",
    );
  });

  it("reports a failed call only for the entries of this call", async () => {
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

  it("sends calls concurrently with the option concurrency, and reports outcomes in order", async () => {
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

  it("makes no calls without entries", async () => {
    const { asked, client } = connect(() => ({}));
    const report = await depot["sendParcelsAll"]({ client }, { depot: "A", parcels: [] });
    expect(asked).toEqual([]);
    expect(report.outcomes).toEqual([]);
  });

  it("stops when it is aborted, with an outcome for each entry", async () => {
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

describe("a batch whose results are in the order of the entries", () => {
  const readings = [1, 2, 3, 4].map((value) => ({ value }));
  const values = ({ input }: Asked) => Object(input)["readings"].map(Object.values).flat();

  it("retries throttled entries until the client's maximum number of attempts", async () => {
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

  it("isolates entries that make a whole call fail, and sends the other entries", async () => {
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

  it("reports an entry without a result", async () => {
    const { client } = connect(() => ({ results: [{ sequence: "s1" }] }));
    const report = await depot["putAllReadings"]({ client }, { readings: readings.slice(0, 2) });
    expect(report.refused).toMatchObject([{ index: 1, because: "unanswered" }]);
  });
});

describe("a batch whose results repeat the entry", () => {
  const at = new Date("2026-11-01T05:00:00.400Z");
  const weight = (parcel: string, grams?: number) => ({ parcel, at, ...(grams && { grams }) });
  const echo = (parcel: string, grams: number, status = "Recorded", number = parcel) => ({
    weight: { parcel, at: 1793509200, grams, notes: ["seen"] },
    number,
    status,
  });

  it("matches results in any order, even if the service adds defaults or rounds timestamps", async () => {
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

  it("matches each of two equal entries with a different result", async () => {
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

  it("retries unprocessed entries unchanged", async () => {
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

  it("reports unprocessed entries after the last attempt", async () => {
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

  it("does not wait for the next attempt after it is aborted", async () => {
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

describe("a batch whose output lists only unprocessed entries", () => {
  it("reports all other entries as accepted", async () => {
    const { asked, client } = connect((_, number) =>
      number === 0 ? { unprocessed: [{ name: "b", value: "2" }] } : {},
    );
    const tags = [{ name: "a" }, { name: "b", value: "2" }, { name: "c" }];
    const report = await depot["removeTagsAll"]({ client }, { tags });
    expect(report.accepted.map(({ entry }: Exported) => entry.name)).toEqual(["a", "b", "c"]);
    expect(asked).toHaveLength(3);
  });
});
