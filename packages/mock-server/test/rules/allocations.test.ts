import type { UsageAllocation } from "@marketplace-metering/types";
import { describe, expect, it } from "vitest";
import { checkAllocations } from "../../src/rules/allocations.js";

type Tag = readonly [key: string, value: string];

const allocation = (quantity: number, ...tags: readonly Tag[]): UsageAllocation => ({
  AllocatedUsageQuantity: quantity,
  ...(tags.length > 0 ? { Tags: tags.map(([Key, Value]) => ({ Key, Value })) } : {}),
});

function outcome(allocations: UsageAllocation[], quantity: number): string {
  try {
    checkAllocations(allocations, quantity);
    return "none";
  } catch (error) {
    return error instanceof Error ? error.name : "unknown";
  }
}

describe("allocations", () => {
  it("are accepted if they add up to the quantity, even if one allocation has no tags", () => {
    expect(outcome([allocation(7, ["team", "a"]), allocation(3)], 10)).toBe("none");
  });

  it("must add up to the quantity", () => {
    expect(() => checkAllocations([allocation(7), allocation(2, ["team", "a"])], 10)).toThrow(
      "they add up to 9, but the quantity is 10",
    );
  });

  it("are limited to 2500", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => allocation(1, ["n", String(n)]));
    expect(outcome(many(2500), 2500)).toBe("none");
    expect(outcome(many(2501), 2501)).toBe("InvalidUsageAllocationsException");
  });

  it("must not be an empty list", () => {
    expect(outcome([], 0)).toBe("InvalidUsageAllocationsException");
  });

  it("must have different tags, regardless of the order of the tags", () => {
    const first = allocation(1, ["team", "a"], ["site", "b"]);
    const same = allocation(1, ["site", "b"], ["team", "a"]);
    const different = allocation(1, ["site", "a"], ["team", "b"]);
    expect(outcome([first, same], 2)).toBe("InvalidUsageAllocationsException");
    expect(outcome([first, different], 2)).toBe("none");
  });

  it("include at most one allocation without tags", () => {
    expect(outcome([allocation(1), allocation(1)], 2)).toBe("InvalidUsageAllocationsException");
  });
});

describe("tags", () => {
  const tagged = (...tags: readonly Tag[]) => outcome([allocation(1, ...tags)], 1);

  it("are limited to five", () => {
    const tags = (count: number) => Array.from({ length: count }, (_, n): Tag => [`k${n}`, "v"]);
    expect([tagged(...tags(5)), tagged(...tags(6))]).toEqual(["none", "InvalidTagException"]);
  });

  it.each<[string, Tag]>([
    ["an empty key", ["", "v"]],
    ["an empty value", ["k", ""]],
    ["a key of 101 characters", ["k".repeat(101), "v"]],
    ["a value of 257 characters", ["k", "v".repeat(257)]],
    ["an invalid character", ["k", "ü"]],
  ])("are refused with %s", (_name, tag) => {
    expect(tagged(tag)).toBe("InvalidTagException");
  });

  it("may contain every character that the pattern allows", () => {
    expect(tagged(["Az09+ -=._:/@", "!\"#$%&'()*,;<"])).toBe("none");
  });

  it("must have distinct keys within an allocation", () => {
    expect(tagged(["k", "a"], ["k", "b"])).toBe("InvalidTagException");
  });
});
