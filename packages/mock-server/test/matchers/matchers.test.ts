import { AssertionError } from "node:assert";
import { expect as jestExpect } from "expect";
import { beforeAll, describe, expect, it } from "vitest";
import { createMockServer } from "../../src/index.js";
import {
  assertMetered,
  assertNotReceived,
  assertReceived,
  matchers,
} from "../../src/matchers/index.js";

const server = createMockServer();
const usage = { customer: "111122223333", dimension: "users", quantity: 3 };

beforeAll(async () => {
  await import("../../src/matchers/vitest.js");
  server.clock.freeze("2026-11-15T05:30:00Z");
  await server.handle({
    method: "POST",
    path: "/",
    query: {},
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AWSMPMeteringService.MeterUsage",
    },
    body: JSON.stringify({
      ProductCode: "4rjezcm9xqk27tdplw0sv1gnb",
      Timestamp: Date.parse("2026-11-15T05:00:00Z") / 1000,
      UsageDimension: "users",
      UsageQuantity: 3,
    }),
  });
});

describe("the matchers in vitest", () => {
  it("pass for a server that has metered the usage and received the calls", () => {
    expect(server).toHaveMetered(usage);
    expect(server).not.toHaveMetered({ ...usage, quantity: 4 });
    expect(server.tenant("default")).toHaveMetered({ dimension: "users", times: 1 });
    expect(server).toHaveReceived("MeterUsage", { UsageQuantity: expect.any(Number) });
    expect(server).toHaveReceivedTimes("MeterUsage", 1);
    expect(server).not.toHaveReceived("BatchMeterUsage");
  });

  it("list the most similar records if they fail", () => {
    expect(() => expect(server).toHaveMetered({ dimension: "user" })).toThrow(
      "No record for dimension `user`; the product has `users`, `gigabytes`, `hours`.",
    );
    expect(() => expect(server).not.toHaveMetered(usage)).toThrow("The opposite was expected.");
    expect(() => expect(server).toHaveReceived("MeterUsage", { UsageQuantity: 4 })).toThrow(
      "request 1: /UsageQuantity is 3, expected 4",
    );
    expect(() => expect(server).toHaveReceivedTimes("MeterUsage", 2)).toThrow(
      "was received once, expected twice",
    );
  });

  it("reject unknown operations and values that are not servers, even if they are negated", () => {
    expect(() => expect({}).not.toHaveMetered(usage)).toThrow("Expected a mock server");
    expect(() => expect({}).not.toHaveReceived("MeterUsage")).toThrow("Expected a mock server");
    expect(() => expect(server).not.toHaveReceived("MeterUsages")).toThrow(
      'Unknown operation "MeterUsages".',
    );
  });
});

describe("the matchers in jest", () => {
  it("extend the global expect", async () => {
    Reflect.set(globalThis, "expect", jestExpect);
    try {
      await import("../../src/matchers/jest.js");
    } finally {
      Reflect.deleteProperty(globalThis, "expect");
    }
    jestExpect(server).toHaveMetered(usage);
    jestExpect(server).not.toHaveReceived("BatchMeterUsage");
    expect(() => jestExpect(server).toHaveMetered({ dimension: "user" })).toThrow(
      "the product has `users`",
    );
  });

  it("can be passed to expect.extend", () => {
    jestExpect.extend(matchers);
    jestExpect(server).toHaveReceivedTimes("MeterUsage", 1);
    expect(() => jestExpect(server).toHaveReceivedTimes("MeterUsage", 2)).toThrow("expected twice");
  });
});

describe("the assertions for node:assert", () => {
  it("pass, or throw AssertionErrors that list the most similar records", () => {
    assertMetered(server, usage);
    assertReceived(server, "MeterUsage", { UsageDimension: "users" });
    assertNotReceived(server, "BatchMeterUsage");
    expect(() => assertMetered(server, { dimension: "user" })).toThrow(AssertionError);
    expect(() => assertReceived(server, "BatchMeterUsage")).toThrow(
      "BatchMeterUsage was never called; MeterUsage was.",
    );
    expect(() => assertNotReceived(server, "MeterUsage")).toThrow(
      "MeterUsage was received once, expected never",
    );
  });
});
