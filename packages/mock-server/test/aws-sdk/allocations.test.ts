import type { UsageAllocation } from "@aws-sdk/client-marketplace-metering";
import { describe, expect, it } from "vitest";
import { failureOf, openMarketplace } from "./marketplace.js";

const allocation = (
  AllocatedUsageQuantity: number,
  ...tags: readonly (readonly [string, string])[]
): UsageAllocation => ({
  AllocatedUsageQuantity,
  ...(tags.length > 0 && { Tags: tags.map(([Key, Value]) => ({ Key, Value })) }),
});
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => allocation(1, ["bucket", `${n}`]));
const tags = (count: number) => Array.from({ length: count }, (_, n) => [`k${n}`, "v"] as const);

describe.each([
  [
    "BatchMeterUsage",
    async (Quantity: number, UsageAllocations: UsageAllocation[]) => {
      await using market = await openMarketplace();
      const call = market.batch([{ Quantity, UsageAllocations }]);
      const failure = await call.then(
        () => undefined,
        () => failureOf(call),
      );
      return { failure, stored: market.server.metered()[0]?.allocations };
    },
  ],
  [
    "MeterUsage",
    async (UsageQuantity: number, UsageAllocations: UsageAllocation[]) => {
      await using market = await openMarketplace();
      const call = market.meter({ UsageQuantity, UsageAllocations });
      const failure = await call.then(
        () => undefined,
        () => failureOf(call),
      );
      return { failure, stored: market.server.metered()[0]?.allocations };
    },
  ],
] as const)("%s with allocations", (_, send) => {
  it.each([
    [
      "that add up to the quantity",
      10,
      [allocation(7, ["team", "a"]), allocation(3, ["team", "b"])],
    ],
    ["with one allocation that has no tags", 10, [allocation(7, ["team", "a"]), allocation(3)]],
    ["with five tags", 1, [allocation(1, ...tags(5))]],
    ["with the maximum number of 2500 entries", 2500, many(2500)],
    ["of 0", 0, [allocation(0, ["team", "a"])]],
    ["with all characters that tags may contain", 1, [allocation(1, ["aZ0+ -=._:/@", "a b@c"])]],
  ])("accepts and stores allocations %s", async (_name, quantity, allocations) => {
    const { failure, stored } = await send(quantity, allocations);
    expect(failure).toBeUndefined();
    expect(stored).toEqual(allocations);
  });

  it.each([
    [
      "that add up to less than the quantity",
      10,
      [allocation(7, ["team", "a"])],
      "they add up to 7",
    ],
    [
      "that add up to more than the quantity",
      5,
      [allocation(7)],
      "they add up to 7, but the quantity is 5",
    ],
    ["in an empty list", 0, [], "there are 0 allocations"],
    ["with more than 2500 entries", 2501, many(2501), "there are 2501 allocations"],
    [
      "with the same tags twice, in another order",
      2,
      [allocation(1, ["a", "1"], ["b", "2"]), allocation(1, ["b", "2"], ["a", "1"])],
      "two allocations have the same tags",
    ],
    [
      "with two entries that have no tags",
      2,
      [allocation(1), allocation(1)],
      "two allocations have no tags",
    ],
  ])(
    "refuses allocations %s with an InvalidUsageAllocationsException",
    async (_name, quantity, allocations, reason) => {
      const { failure, stored } = await send(quantity, allocations);
      expect(failure).toMatchObject({
        name: "InvalidUsageAllocationsException",
        fault: "client",
        status: 400,
        message: expect.stringContaining(reason),
      });
      expect(stored).toBeUndefined();
    },
  );

  it.each([
    ["six tags", tags(6), "6 tags"],
    ["a key of 101 characters", [["k".repeat(101), "v"]], "tag key"],
    ["a value of 257 characters", [["k", "v".repeat(257)]], "tag value"],
    ["a key with invalid characters", [["k{}", "v"]], "tag key"],
    ["an empty key", [["", "v"]], "tag key"],
    [
      "a duplicate key",
      [
        ["k", "a"],
        ["k", "b"],
      ],
      "the tag key k twice",
    ],
  ] as const)("refuses %s with an InvalidTagException", async (_name, given, reason) => {
    const { failure, stored } = await send(1, [allocation(1, ...given)]);
    expect(failure).toMatchObject({
      name: "InvalidTagException",
      fault: "client",
      status: 400,
      message: expect.stringContaining(reason),
    });
    expect(stored).toBeUndefined();
  });
});

describe("the setting allocationErrors", () => {
  it('refuses invalid tags and allocations with a ValidationException if it is "validation"', async () => {
    await using market = await openMarketplace({ settings: { allocationErrors: "validation" } });
    const call = market.batch([{ Quantity: 1, UsageAllocations: [allocation(1, ...tags(6))] }]);
    expect(await failureOf(call)).toMatchObject({
      name: "ValidationException",
      message: expect.stringContaining("/UsageRecords/0/UsageAllocations/0/Tags"),
    });
  });
});
