import { describe, expect, it } from "vitest";
import { createClock } from "../../src/entries/index.js";

describe("a clock", () => {
  const at = (clock: { now(): Date }) => clock.now().toISOString();

  it("follows the system clock by default", () => {
    let system = Date.UTC(2026, 0, 1);
    const clock = createClock(() => system);
    expect(at(clock)).toBe("2026-01-01T00:00:00.000Z");
    system += 1000;
    expect(at(clock)).toBe("2026-01-01T00:00:01.000Z");
  });

  it("does not run while it is frozen, and changes only if it is advanced or set", () => {
    let system = 0;
    const clock = createClock(() => system);
    clock.freeze("2026-11-01T05:59:00Z");
    system += 5000;
    expect(at(clock)).toBe("2026-11-01T05:59:00.000Z");
    clock.advance({ days: 1, hours: -2, minutes: 3, seconds: 4, milliseconds: 5 });
    expect(at(clock)).toBe("2026-11-02T04:02:04.005Z");
    clock.set("2026-12-01T00:00:00Z");
    expect([at(clock), clock.frozen]).toEqual(["2026-12-01T00:00:00.000Z", true]);
  });

  it("continues from the time to which it was set", () => {
    let system = 0;
    const clock = createClock(() => system);
    clock.set("2026-11-01T00:00:00Z");
    clock.advance(500);
    system += 1000;
    expect(at(clock)).toBe("2026-11-01T00:00:01.500Z");
    clock.reset();
    expect(clock.now().getTime()).toBe(1000);
  });

  it.each(["tomorrow", "2026-11-01T05:59:00", "2026-13-01T00:00:00Z", "1 November 2026", ""])(
    "refuses %j, because it is not the same instant on every machine",
    (text) => {
      expect(() => createClock().freeze(text)).toThrow(`Invalid instant: ${JSON.stringify(text)}.`);
    },
  );

  it.each([[{ hour: 1 }], ["1h"], [Number.NaN], [{ hours: "two" }]])(
    "does not advance by %j, because it is not a duration",
    (by) => {
      const clock = createClock(() => 0);
      expect(() => Reflect.apply(clock.advance, clock, [by])).toThrow("Invalid duration: ");
      expect(clock.now().getTime()).toBe(0);
    },
  );

  it("accepts dates, milliseconds, and strings with only a date or with any time zone", () => {
    const clock = createClock();
    for (const same of [new Date(0), 0, "1970-01-01", "1970-01-01T01:00:00+01:00"]) {
      clock.freeze(same);
      expect(clock.now().getTime()).toBe(0);
    }
  });
});
