import { ConfiguredRetryStrategy } from "@smithy/util-retry";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MarketplaceMetering } from "../src/index.js";
import type { MarketplaceMeteringClientConfig } from "../src/index.js";
import { adaptiveRetries, legacyRetries, RateExceededError } from "../src/retries.js";
import type { LegacyRetryOptions } from "../src/retries.js";
import { failure, offline, stubHandler } from "./stub-handler.js";
import type { Stub } from "./stub-handler.js";

/** A client whose clock stands still but for the pauses between attempts, which are told in milliseconds. */
function clientWith(options: MarketplaceMeteringClientConfig, ...stubs: readonly Stub[]) {
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
  const pauses = () => times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return { call, requests, pauses };
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
  it("pauses for a random time that doubles up to 20 seconds", async () => {
    const { call, pauses } = clientWith({ maxAttempts: 12 }, broken);
    await call();
    expect(pauses()).toEqual([50, 100, 200, 400, 800, 1600, 3200, 6400, 12_800, 20_000, 20_000]);
  });

  it("pauses longer where the service throttles", async () => {
    const { call, pauses } = clientWith({}, throttled);
    await call();
    expect(pauses()).toEqual([1000, 2000]);
  });

  it.each([
    ["a failure", broken, 14],
    ["throttling", throttled, 5],
  ])(
    "gives up when most calls fail: of 500 points, a retry after %s costs some",
    async (...row) => {
      const [, stub, cost] = row;
      const { call, requests } = clientWith({ maxAttempts: 2 }, stub);
      for (let calls = 0; calls < 120; calls += 1) await call();
      expect(requests).toHaveLength(120 + Math.floor(500 / cost));
    },
  );

  it("gets a point back with each call that succeeds", async () => {
    const failures = Array.from({ length: 100 + 100 }, () => throttled);
    const successes = Array.from({ length: 5 }, () => ({}));
    const { call, requests } = clientWith({ maxAttempts: 2 }, ...failures, ...successes, throttled);
    for (let calls = 0; calls < 100 + 5; calls += 1) await call();
    expect(requests).toHaveLength(205);
    await call();
    expect(requests).toHaveLength(207);
    await call();
    expect(requests).toHaveLength(208);
  });

  it("waits as long as the service says", async () => {
    const busy = { statusCode: 503, headers: { "x-amz-retry-after": "1500" } };
    const { call, pauses } = clientWith({}, busy, {});
    await call();
    expect(pauses()).toEqual([1500]);
  });
});

describe("the adaptive strategy", () => {
  it("holds calls back once the service throttles", async () => {
    // The library's limiter waits for fractions of milliseconds, which a clock that stands still never has.
    vi.useRealTimers();
    const { call, pauses } = clientWith({ retryMode: "adaptive", maxAttempts: 1 }, throttled);
    await call();
    await call();
    expect(pauses()[0]).toBeGreaterThan(200);
  });

  it("does not make the call where it is not to wait", async () => {
    const strategy = adaptiveRetries({ waitToFill: false, maxAttempts: 1 });
    const { call, requests } = clientWith({ retryStrategy: strategy }, throttled);
    const outcomes = new Set<unknown>();
    for (let calls = 0; calls < 6; calls += 1) outcomes.add(await call());
    expect(outcomes).toEqual(new Set(["ThrottlingException", "RateExceededError"]));
    expect(requests.length).toBeLessThan(6);
    expect(new RateExceededError().message).toContain("throttling");
  });

  it("is the same as the mode, with attempts of its own", async () => {
    const { call, requests } = clientWith(
      { retryStrategy: adaptiveRetries({ maxAttempts: 2 }) },
      broken,
    );
    await call();
    expect(requests).toHaveLength(2);
  });
});

describe("the legacy strategy", () => {
  it("tries three times more, with pauses that double from 0.3 seconds", async () => {
    const { call, pauses } = clientWith({ retryStrategy: legacyRetries() }, broken);
    await call();
    expect(pauses()).toEqual([300, 600, 1200]);
  });

  it("has a limit, a base, a longest pause and jitter", async () => {
    const pausesWith = async (options: LegacyRetryOptions) => {
      const { call, pauses } = clientWith({ retryStrategy: legacyRetries(options) }, broken);
      await call();
      return pauses();
    };
    const limited = { retryLimit: 4, baseDelay: 10, maxDelay: 25 };
    expect(await pausesWith(limited)).toEqual([10, 20, 25, 25]);
    vi.mocked(Math.random).mockReturnValue(0.5);
    expect(await pausesWith({ retryLimit: 1, jitter: "full" })).toEqual([150]);
    expect(await pausesWith({ retryLimit: 1, jitter: "equal" })).toEqual([225]);
    expect(await pausesWith({ retryLimit: 1, jitter: (delay) => delay + 1 })).toEqual([301]);
  });

  it("has a backoff of one's own", async () => {
    const strategy = legacyRetries({ backoff: async (retry) => 7 + retry });
    const { call, pauses } = clientWith({ retryStrategy: strategy }, throttled);
    await call();
    expect(pauses()).toEqual([7, 8, 9]);
  });

  it("has no quota", async () => {
    const strategy = legacyRetries({ retryLimit: 1, baseDelay: 0 });
    const { call, requests } = clientWith({ retryStrategy: strategy }, broken);
    for (let calls = 0; calls < 120; calls += 1) await call();
    expect(requests).toHaveLength(240);
  });

  it("follows no mistake of the caller, and no token that expired", async () => {
    for (const name of ["InvalidTokenException", "ExpiredTokenException"]) {
      const { call, requests } = clientWith({ retryStrategy: legacyRetries() }, failure(name));
      expect(await call()).toBe(name);
      expect(requests).toHaveLength(1);
    }
  });

  it("has numbers that make sense", () => {
    expect(() => legacyRetries({ baseDelay: -1 })).toThrow("baseDelay has to be 0 or more");
    expect(() => legacyRetries({ retryLimit: Number.NaN })).toThrow(RangeError);
  });
});

describe("a strategy of Smithy's own package", () => {
  it("takes the place of the client's", async () => {
    const retryStrategy = new ConfiguredRetryStrategy(3, (attempt) => attempt * 11);
    const { call, pauses } = clientWith({ retryStrategy }, broken);
    await call();
    expect(pauses()).toEqual([11, 22]);
  });
});
