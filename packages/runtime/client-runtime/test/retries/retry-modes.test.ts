import { StandardRetryStrategy } from "@smithy/core/retry";
import type { RetryErrorType, RetryStrategyV2, RetryToken } from "@smithy/types";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  AdaptiveRetries,
  createRetryStrategy,
  StandardRetries,
} from "../../src/retries/retry-modes.js";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_793_512_740_000 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pseudoRandom = (seed: number) => () => {
  seed = (seed * 16807) % 2147483647;
  return seed / 2147483647;
};

/** Returns the outcome of a promise, and the time until it settled. */
async function settle<T>(
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

/** Returns a strategy's decisions for calls that mostly fail. */
async function simulate(strategy: RetryStrategyV2, seed: number): Promise<unknown[]> {
  const next = pseudoRandom(seed);
  vi.spyOn(Math, "random").mockImplementation(pseudoRandom(seed + 1));
  const decisions: unknown[] = [];
  for (let call = 0; call < 120; call++) {
    let token: RetryToken = await strategy.acquireInitialRetryToken("");
    for (;;) {
      if (next() < 0.2) {
        strategy.recordSuccess(token);
        break;
      }
      const errorType = kinds[Math.floor(next() * kinds.length)] ?? "TRANSIENT";
      const hint = next();
      const { value, error, took } = await settle(
        strategy.refreshRetryTokenForRetry(token, {
          errorType,
          ...(hint < 0.3 && { retryAfterHint: new Date(Date.now() + hint * 40_000 - 2000) }),
        }),
      );
      decisions.push([
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
  return decisions;
}

describe("StandardRetries", () => {
  it.each([1, 2, 3])("makes the same decisions as @smithy/core (seed %i)", async (seed) => {
    const ours = await simulate(new StandardRetries(async () => 4), seed);
    vi.setSystemTime(1_793_512_740_000);
    const theirs = await simulate(new StandardRetryStrategy(async () => 4), seed);
    expect(ours).toEqual(theirs);
    expect(ours.some((decision) => JSON.stringify(decision).includes("No retry token"))).toBe(true);
  });

  it("stops retrying when most calls fail, until calls succeed again", async () => {
    const strategy = createRetryStrategy("standard", async () => 1000);
    const first = await strategy.acquireInitialRetryToken("");
    const retry = () =>
      settle(strategy.refreshRetryTokenForRetry(first, { errorType: "TRANSIENT" }));
    // The quota of a client is 500, and a retry costs 14.
    for (let call = 0; call < 35; call++) expect(await retry()).not.toHaveProperty("error");
    expect(await retry()).toHaveProperty("error", "Error: No retry token available");
    for (let call = 0; call < 4; call++) strategy.recordSuccess(first);
    expect(await retry()).not.toHaveProperty("error");
  });
});

describe("AdaptiveRetries", () => {
  it("delays calls after the service throttles", async () => {
    const strategy = createRetryStrategy("adaptive", async () => 2);
    expect(strategy).toBeInstanceOf(AdaptiveRetries);
    expect(strategy).toHaveProperty("mode", "adaptive");
    const token = await strategy.acquireInitialRetryToken("");
    const retried = await settle(
      strategy.refreshRetryTokenForRetry(token, { errorType: "THROTTLING" }),
    );
    expect(retried.took).toBeGreaterThanOrEqual(1990);
    expect((await settle(strategy.acquireInitialRetryToken(""))).took).toBeGreaterThanOrEqual(1990);
  });
});
