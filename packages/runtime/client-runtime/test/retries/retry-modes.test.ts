import { StandardRetryStrategy } from "@smithy/core/retry";
import type { RetryErrorType, RetryStrategyV2, RetryToken } from "@smithy/types";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  AdaptiveRetries,
  retryStrategyOf,
  StandardRetries,
} from "../../src/retries/retry-modes.js";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_793_512_740_000 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const chance = (seed: number) => () => {
  seed = (seed * 16807) % 2147483647;
  return seed / 2147483647;
};

/** What a promise comes to, with the time that it took. */
async function outcomeOf<T>(
  promise: Promise<T>,
): Promise<{ value?: T; error?: string; took: number }> {
  const start = Date.now();
  const outcomes: { value?: T; error?: string }[] = [];
  promise.then(
    (value) => outcomes.push({ value }),
    (error: unknown) => outcomes.push({ error: String(error) }),
  );
  await vi.advanceTimersByTimeAsync(0);
  while (outcomes.length === 0) await vi.advanceTimersToNextTimerAsync();
  return { ...outcomes[0], took: Date.now() - start };
}

const kinds: RetryErrorType[] = [
  "THROTTLING",
  "TRANSIENT",
  "TRANSIENT",
  "SERVER_ERROR",
  "CLIENT_ERROR",
];

/** A day in the life of a strategy: what it answered to calls that mostly fail. */
async function history(strategy: RetryStrategyV2, seed: number): Promise<unknown[]> {
  const next = chance(seed);
  vi.spyOn(Math, "random").mockImplementation(chance(seed + 1));
  const told: unknown[] = [];
  for (let call = 0; call < 120; call++) {
    let token: RetryToken = await strategy.acquireInitialRetryToken("");
    for (;;) {
      if (next() < 0.2) {
        strategy.recordSuccess(token);
        break;
      }
      const errorType = kinds[Math.floor(next() * kinds.length)] ?? "TRANSIENT";
      const hint = next();
      const { value, error, took } = await outcomeOf(
        strategy.refreshRetryTokenForRetry(token, {
          errorType,
          ...(hint < 0.3 && { retryAfterHint: new Date(Date.now() + hint * 40_000 - 2000) }),
        }),
      );
      told.push([
        errorType,
        error,
        took,
        value?.getRetryCount(),
        value?.getRetryDelay(),
        value?.$retryLog,
      ]);
      if (value === undefined) break;
      token = value;
    }
  }
  return told;
}

describe("the retry mode standard", () => {
  it.each([1, 2, 3])("refuses and waits as the library does (%i)", async (seed) => {
    const ours = await history(new StandardRetries(async () => 4), seed);
    vi.setSystemTime(1_793_512_740_000);
    const theirs = await history(new StandardRetryStrategy(async () => 4), seed);
    expect(ours).toEqual(theirs);
    expect(ours.some((answer) => JSON.stringify(answer).includes("No retry token"))).toBe(true);
  });

  it("gives up for a while when most calls fail, until calls succeed again", async () => {
    const strategy = retryStrategyOf("standard", async () => 1000);
    const first = await strategy.acquireInitialRetryToken("");
    const retry = () =>
      outcomeOf(strategy.refreshRetryTokenForRetry(first, { errorType: "TRANSIENT" }));
    // 500 is what all calls of a client may spend, 14 what a retry costs.
    for (let call = 0; call < 35; call++) expect(await retry()).not.toHaveProperty("error");
    expect(await retry()).toHaveProperty("error", "Error: No retry token available");
    for (let call = 0; call < 4; call++) strategy.recordSuccess(first);
    expect(await retry()).not.toHaveProperty("error");
  });
});

describe("the retry mode adaptive", () => {
  it("holds calls back once the service throttles, and says its name", async () => {
    const strategy = retryStrategyOf("adaptive", async () => 2);
    expect(strategy).toBeInstanceOf(AdaptiveRetries);
    expect(strategy).toHaveProperty("mode", "adaptive");
    const token = await strategy.acquireInitialRetryToken("");
    const retried = await outcomeOf(
      strategy.refreshRetryTokenForRetry(token, { errorType: "THROTTLING" }),
    );
    expect(retried.took).toBeGreaterThanOrEqual(1990);
    expect((await outcomeOf(strategy.acquireInitialRetryToken(""))).took).toBeGreaterThanOrEqual(
      1990,
    );
  });
});
