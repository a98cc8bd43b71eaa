import { DefaultRateLimiter } from "@smithy/core/retry";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SendingRate } from "../../src/retries/sending-rate.js";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_793_512_740_000 });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Returns a generator of reproducible pseudorandom numbers from 0 to 1. */
const pseudoRandom = (seed: number) => () => {
  seed = (seed * 16807) % 2147483647;
  return seed / 2147483647;
};

/** Returns true if a promise resolves without time passing. */
async function resolvesNow(promise: Promise<void>): Promise<boolean> {
  let resolved = false;
  void promise.then(() => (resolved = true));
  await vi.advanceTimersByTimeAsync(0);
  return resolved;
}

describe("SendingRate", () => {
  it("is unlimited until the service throttles", () => {
    const rate = new SendingRate();
    for (let call = 0; call < 1000; call++) {
      expect(rate.take()).toBe(0);
      rate.update(false);
    }
  });

  it("delays calls after the service has throttled a call", () => {
    const rate = new SendingRate();
    rate.update(true);
    expect(rate.take()).toBe(2000);
    vi.advanceTimersByTime(1500);
    expect(rate.take()).toBeCloseTo(500);
    vi.advanceTimersByTime(500);
    expect(rate.take()).toBe(0);
    expect(rate.take()).toBe(2000);
  });

  it.each([1, 2, 3, 4, 5])("delays calls like @smithy/core (seed %i)", async (seed) => {
    // Rounds delays up: timers truncate them to whole milliseconds, and @smithy/core would poll
    // without delay.
    const timer = setTimeout;
    vi.stubGlobal("setTimeout", (then: () => void, delay: number) =>
      timer(then, Math.ceil(delay) + 1),
    );
    const next = pseudoRandom(seed);
    const ours = new SendingRate();
    const theirs = new DefaultRateLimiter();
    const waits: number[] = [];
    const seen: boolean[][] = [];
    for (let call = 0; call < 300; call++) {
      const wait = ours.take();
      waits.push(wait);
      const token = theirs.getSendToken();
      const atOnce = await resolvesNow(token);
      await vi.advanceTimersByTimeAsync(wait);
      const tooEarly = await resolvesNow(token);
      await vi.advanceTimersByTimeAsync(1);
      seen.push([atOnce, tooEarly, await resolvesNow(token), wait > 0 && ours.take() > 0]);
      await vi.advanceTimersByTimeAsync(Math.floor(next() ** 4 * 4000));
      const isThrottled = next() < 0.3;
      ours.update(isThrottled);
      theirs.updateClientSendingRate(isThrottled ? { errorType: "THROTTLING" } : {});
    }
    expect(seen).toEqual(waits.map((wait) => [wait === 0, wait === 0, true, false]));
    expect(waits.filter((wait) => wait > 0).length).toBeGreaterThan(10);
  });
});
