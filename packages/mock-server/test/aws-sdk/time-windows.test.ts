import { describe, expect, it } from "vitest";
import { before, now } from "../rules/world.js";
import { failureOf, openMarketplace } from "./marketplace.js";

const outOfBounds = { name: "TimestampOutOfBoundsException", fault: "client", status: 400 };

describe("the window of BatchMeterUsage", () => {
  it("accepts a current record, and a record that is 23:59 hours old", async () => {
    await using market = await openMarketplace();
    const records = [{ Timestamp: before(now, 23, 59) }, { Timestamp: now }];
    expect(await market.statuses(records)).toEqual(["Success", "Success"]);
  });

  it.each([
    ["24 hours old", before(now, 24)],
    ["a week old", before(now, 7 * 24)],
  ])("refuses a record that is %s", async (_, Timestamp) => {
    await using market = await openMarketplace();
    expect(await failureOf(market.batch([{ Timestamp }]))).toMatchObject(outOfBounds);
  });

  it("contains the refused timestamp and the reason in its error", async () => {
    await using market = await openMarketplace();
    const { message } = await failureOf(market.batch([{ Timestamp: before(now, 72, 30) }]));
    expect(message).toBe(
      "Timestamp 2026-11-12T05:00:00.000Z is out of bounds: it is 72.5 hours old, but the window is 24 hours.",
    );
  });

  it("can be set to six hours, the window before July 2026", async () => {
    await using market = await openMarketplace({ settings: { batchWindowHours: 6 } });
    expect(await market.statuses([{ Timestamp: before(now, 5, 59) }])).toEqual(["Success"]);
    expect(await failureOf(market.batch([{ Timestamp: before(now, 6) }]))).toMatchObject(
      outOfBounds,
    );
  });

  it("rejects the whole batch if one record is outside of the window, and stores nothing", async () => {
    await using market = await openMarketplace();
    const records = [{}, { Dimension: "GB" }, { Timestamp: before(now, 25) }];
    expect(await failureOf(market.batch(records))).toMatchObject(outOfBounds);
    expect(market.quantities).toEqual([]);
    // Without the old record, the service accepts the other records.
    expect(await market.statuses(records.slice(0, 2))).toEqual(["Success", "Success"]);
  });
});

describe("the window of MeterUsage", () => {
  it("accepts usage of up to six hours ago", async () => {
    await using market = await openMarketplace();
    expect(await market.meter({ Timestamp: before(now, 6) })).toBeDefined();
  });

  it("refuses usage of more than six hours ago", async () => {
    await using market = await openMarketplace();
    const call = market.meter({ Timestamp: before(now, 6, 1) });
    expect(await failureOf(call)).toMatchObject(outOfBounds);
    expect(market.quantities).toEqual([]);
  });

  it("can be configured", async () => {
    await using market = await openMarketplace({ settings: { meterWindowHours: 1 } });
    const call = market.meter({ Timestamp: before(now, 1, 1) });
    expect(await failureOf(call)).toMatchObject(outOfBounds);
  });
});

describe("the end of a month", () => {
  const lastMinute = new Date("2026-10-31T23:59:00Z");

  it("allows usage of the previous month until 05:59:59 UTC on the 1st", async () => {
    await using market = await openMarketplace({ at: "2026-11-01T05:59:59Z" });
    expect(await market.statuses([{ Timestamp: lastMinute }])).toEqual(["Success"]);
  });

  it.each(["2026-11-01T06:00:00Z", "2026-11-01T20:00:00Z"])(
    "causes an error for usage of the previous month from 06:00 UTC on, even if it is less than 24 hours old: %s",
    async (at) => {
      await using market = await openMarketplace({ at });
      expect(await failureOf(market.batch([{ Timestamp: lastMinute }]))).toMatchObject({
        ...outOfBounds,
        message: expect.stringContaining("until 06:00 UTC on the 1st"),
      });
    },
  );

  it("does not affect usage of the new month", async () => {
    await using market = await openMarketplace({ at: "2026-11-01T06:00:00Z" });
    const records = [{ Timestamp: new Date("2026-11-01T00:00:00Z") }];
    expect(await market.statuses(records)).toEqual(["Success"]);
  });

  it("also applies at the end of the year", async () => {
    await using market = await openMarketplace({ at: "2027-01-01T05:59:00Z" });
    const records = [{ Timestamp: new Date("2026-12-31T23:00:00Z") }];
    expect(await market.statuses(records)).toEqual(["Success"]);
    market.server.clock.advance({ minutes: 1 });
    expect(await failureOf(market.batch(records))).toMatchObject(outOfBounds);
  });

  it("can be configured with another hour", async () => {
    await using market = await openMarketplace({
      at: "2026-11-01T07:59:00Z",
      settings: { monthEndHour: 8 },
    });
    expect(await market.statuses([{ Timestamp: lastMinute }])).toEqual(["Success"]);
    market.server.clock.advance({ minutes: 1 });
    expect(await failureOf(market.batch([{ Timestamp: lastMinute }]))).toMatchObject(outOfBounds);
  });
});

describe("timestamps in the future", () => {
  it("are accepted by both operations up to five minutes ahead", async () => {
    await using market = await openMarketplace();
    const Timestamp = before(now, 0, -5);
    expect(await market.statuses([{ Timestamp }])).toEqual(["Success"]);
    expect(await market.meter({ Timestamp })).toBeDefined();
  });

  it("are refused by both operations if they are more than five minutes ahead", async () => {
    await using market = await openMarketplace();
    const Timestamp = before(now, 0, -6);
    const refused = { ...outOfBounds, message: expect.stringContaining("6 minutes ahead") };
    expect(await failureOf(market.batch([{ Timestamp }]))).toMatchObject(refused);
    expect(await failureOf(market.meter({ Timestamp }))).toMatchObject(refused);
  });

  it("have a configurable tolerance", async () => {
    await using market = await openMarketplace({ settings: { futureToleranceMinutes: 0 } });
    expect(await failureOf(market.batch([{ Timestamp: before(now, 0, -1) }]))).toMatchObject(
      outOfBounds,
    );
  });
});
