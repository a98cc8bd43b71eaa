import { describe, expect, it } from "vitest";
import { EndpointCache } from "../../src/endpoint-discovery/endpoint-cache.js";

const entry = (address: string) => ({ endpoints: [{ address, expires: 0 }], refreshAt: 0 });

describe("EndpointCache", () => {
  it("evicts the least recently used entry when it is full", () => {
    const cache = new EndpointCache(2);
    cache.set("a", entry("a.example"));
    cache.set("b", entry("b.example"));
    expect(cache.get("a")).toEqual(entry("a.example"));
    cache.set("c", entry("c.example"));
    expect(cache.size).toBe(2);
    expect(cache.get("b")).toBeUndefined();
    expect(cache.get("a")).toBeDefined();
  });

  it("replaces the entry of a key, and deletes one entry or all", () => {
    const cache = new EndpointCache(2);
    cache.set("a", entry("a.example"));
    cache.set("a", entry("b.example"));
    expect(cache.size).toBe(1);
    expect(cache.get("a")).toEqual(entry("b.example"));
    cache.delete("a");
    expect(cache.get("a")).toBeUndefined();
    cache.set("a", entry("a.example"));
    cache.clear();
    expect(cache.size).toBe(0);
  });

  it.each([0, -1, 1.5, Number.NaN])("rejects a capacity of %d", (size) => {
    expect(() => new EndpointCache(size)).toThrow(RangeError);
  });
});
