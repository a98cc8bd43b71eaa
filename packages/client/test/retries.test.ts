import { ConfiguredRetryStrategy } from "@smithy/util-retry";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MarketplaceMetering } from "../src/index.js";
import type { MarketplaceMeteringClientConfig } from "../src/index.js";
import { adaptiveRetries, legacyRetries, RateExceededError } from "../src/retries.js";
import type { LegacyRetryOptions } from "../src/retries.js";
import { failure, offline, stubHandler } from "./stub-handler.js";
import type { Stub } from "./stub-handler.js";

/** Creates a client with a fake clock and measures the delays between attempts in milliseconds. */
function createClient(options: MarketplaceMeteringClientConfig, ...stubs: readonly Stub[]) {
  const { handler, requests } = stubHandler(...stubs);
  const times: number[] = [];
  const client = new MarketplaceMetering({
    ...offline,
    ...options,
    requestHandler: {
      handle: (request, given) => {
        times.push(Date.now());
        return handler.handle(request, given);
      },
    },
  });
  const call = () =>
    client.resolveCustomer({ RegistrationToken: "t" }).then(
      ({ $metadata }) => $metadata,
      (error: { name: string }) => error.name,
    );
  const delays = () => times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return { call, requests, delays };
}

beforeEach(() => {
  vi.useFakeTimers().setTimerTickMode("nextTimerAsync");
  vi.spyOn(Math, "random").mockReturnValue(1);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const broken = failure("InternalServiceErrorException", 500);
const throttled = failure("ThrottlingException");

describe("the standard strategy", () => {
  it("doubles the maximum of its random delay with each retry, up to 20 seconds", async () => {
    const { call, delays } = createClient({ maxAttempts: 12 }, broken);
    await call();
    expect(delays()).toEqual([50, 100, 200, 400, 800, 1600, 3200, 6400, 12_800, 20_000, 20_000]);
  });

  it("waits longer after a throttling error", async () => {
    const { call, delays } = createClient({}, throttled);
    await call();
    expect(delays()).toEqual([1000, 2000]);
  });

  it.each([
    ["a failure", broken, 14],
    ["throttling", throttled, 5],
  ])("stops retries after %s if the quota of 500 is used up", async (...row) => {
    const [, stub, cost] = row;
    const { call, requests } = createClient({ maxAttempts: 2 }, stub);
    for (let calls = 0; calls < 120; calls += 1) await call();
    expect(requests).toHaveLength(120 + Math.floor(500 / cost));
  });

  it("restores the retry quota with each successful call", async () => {
    const failures = Array.from({ length: 100 + 100 }, () => throttled);
    const successes = Array.from({ length: 5 }, () => ({}));
    const { call, requests } = createClient(
      { maxAttempts: 2 },
      ...failures,
      ...successes,
      throttled,
    );
    for (let calls = 0; calls < 100 + 5; calls += 1) await call();
    expect(requests).toHaveLength(205);
    await call();
    expect(requests).toHaveLength(207);
    await call();
    expect(requests).toHaveLength(208);
  });

  it("waits for the time that the service requests", async () => {
    const busy = { statusCode: 503, headers: { "x-amz-retry-after": "1500" } };
    const { call, delays } = createClient({}, busy, {});
    await call();
    expect(delays()).toEqual([1500]);
  });
});

describe("the adaptive strategy", () => {
  it("delays calls after the service throttles", async () => {
    // The limiter waits for fractions of milliseconds. A fake clock never reaches them.
    vi.useRealTimers();
    const { call, delays } = createClient({ retryMode: "adaptive", maxAttempts: 1 }, throttled);
    await call();
    await call();
    expect(delays()[0]).toBeGreaterThan(200);
  });

  it("rejects a call immediately without waitToFill", async () => {
    const strategy = adaptiveRetries({ waitToFill: false, maxAttempts: 1 });
    const { call, requests } = createClient({ retryStrategy: strategy }, throttled);
    const outcomes = new Set<unknown>();
    for (let calls = 0; calls < 6; calls += 1) outcomes.add(await call());
    expect(outcomes).toEqual(new Set(["ThrottlingException", "RateExceededError"]));
    expect(requests.length).toBeLessThan(6);
    expect(new RateExceededError().message).toContain("throttling");
  });

  it("has a separate limit of attempts", async () => {
    const { call, requests } = createClient(
      { retryStrategy: adaptiveRetries({ maxAttempts: 2 }) },
      broken,
    );
    await call();
    expect(requests).toHaveLength(2);
  });
});

describe("the legacy strategy", () => {
  it("retries three times, with delays that double from 0.3 seconds", async () => {
    const { call, delays } = createClient({ retryStrategy: legacyRetries() }, broken);
    await call();
    expect(delays()).toEqual([300, 600, 1200]);
  });

  it("supports a limit, a base delay, a maximum delay and jitter", async () => {
    const measureDelays = async (options: LegacyRetryOptions) => {
      const { call, delays } = createClient({ retryStrategy: legacyRetries(options) }, broken);
      await call();
      return delays();
    };
    const limited = { retryLimit: 4, baseDelay: 10, maxDelay: 25 };
    expect(await measureDelays(limited)).toEqual([10, 20, 25, 25]);
    vi.mocked(Math.random).mockReturnValue(0.5);
    expect(await measureDelays({ retryLimit: 1, jitter: "full" })).toEqual([150]);
    expect(await measureDelays({ retryLimit: 1, jitter: "equal" })).toEqual([225]);
    expect(await measureDelays({ retryLimit: 1, jitter: (delay) => delay + 1 })).toEqual([301]);
  });

  it("supports a custom backoff function", async () => {
    const strategy = legacyRetries({ backoff: async (retry) => 7 + retry });
    const { call, delays } = createClient({ retryStrategy: strategy }, throttled);
    await call();
    expect(delays()).toEqual([7, 8, 9]);
  });

  it("has no retry quota", async () => {
    const strategy = legacyRetries({ retryLimit: 1, baseDelay: 0 });
    const { call, requests } = createClient({ retryStrategy: strategy }, broken);
    for (let calls = 0; calls < 120; calls += 1) await call();
    expect(requests).toHaveLength(240);
  });

  it("does not retry client errors and expired tokens", async () => {
    for (const name of ["InvalidTokenException", "ExpiredTokenException"]) {
      const { call, requests } = createClient({ retryStrategy: legacyRetries() }, failure(name));
      expect(await call()).toBe(name);
      expect(requests).toHaveLength(1);
    }
  });

  it("rejects invalid numbers", () => {
    expect(() => legacyRetries({ baseDelay: -1 })).toThrow(
      "baseDelay must be a number of at least 0. Received -1.",
    );
    expect(() => legacyRetries({ retryLimit: Number.NaN })).toThrow(RangeError);
  });
});

describe("a strategy of @smithy/util-retry", () => {
  it("replaces the strategy of the client", async () => {
    const retryStrategy = new ConfiguredRetryStrategy(3, (attempt) => attempt * 11);
    const { call, delays } = createClient({ retryStrategy }, broken);
    await call();
    expect(delays()).toEqual([11, 22]);
  });
});
