import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arrayOf,
  closest,
  containerId,
  entriesOf,
  firstIndexWhere,
  loadModel,
  memberName,
  membersOf,
  numberOf,
  propertyOf,
  shapeName,
  shapeNamespace,
  stringOf,
  stringsOf,
} from "../../src/index.js";

describe("shape id helpers", () => {
  it("return the namespace, the shape name and the member name", () => {
    expect(shapeNamespace("a.b#Foo$bar")).toBe("a.b");
    expect(shapeNamespace("Foo")).toBe("");
    expect(shapeName("a.b#Foo$bar")).toBe("Foo");
    expect(shapeName("a.b#Foo")).toBe("Foo");
    expect(shapeName("Foo")).toBe("Foo");
    expect(memberName("a.b#Foo$bar")).toBe("bar");
    expect(memberName("a.b#Foo")).toBeUndefined();
    expect(containerId("a.b#Foo$bar")).toBe("a.b#Foo");
    expect(containerId("a.b#Foo")).toBe("a.b#Foo");
  });
});

describe("node value readers", () => {
  it("return only values of their type", () => {
    expect(stringOf("a")).toBe("a");
    expect(stringOf(1)).toBeUndefined();
    expect(numberOf(1)).toBe(1);
    expect(numberOf("1")).toBeUndefined();
    expect(arrayOf([1])).toEqual([1]);
    expect(arrayOf({ a: 1 })).toEqual([]);
    expect(stringsOf(["a", 1, null, "b"])).toEqual(["a", "b"]);
    expect(stringsOf(undefined)).toEqual([]);
    expect(entriesOf({ a: 1 })).toEqual([["a", 1]]);
    expect(entriesOf(["a"])).toEqual([]);
    expect(propertyOf({ a: null }, "a")).toBe(null);
    expect(propertyOf({}, "toString")).toBeUndefined();
    expect(propertyOf("a", "length")).toBeUndefined();
  });
});

describe("membersOf", () => {
  it("returns the members of every kind of shape", () => {
    const text = `$version: "2.0"
      namespace ns
      list L { member: String }
      map M { key: String, value: L }
      structure S { b: M, a: L }`;
    const { model } = loadModel([{ path: "test.smithy", text }]);
    const names = (id: string) => membersOf(model?.getShape(id)).map(({ name }) => name);
    expect(names("ns#L")).toEqual(["member"]);
    expect(names("ns#M")).toEqual(["key", "value"]);
    expect(names("ns#S")).toEqual(["b", "a"]);
    expect(names("smithy.api#String")).toEqual([]);
    expect(names("ns#Missing")).toEqual([]);
  });
});

describe("closest", () => {
  it("returns the most similar candidate if it is close enough", () => {
    expect(closest("clinet", ["server", "client"])).toBe("client");
    expect(closest("Client", ["server", "client"])).toBe("client");
    expect(closest("docs", ["server", "client"])).toBeUndefined();
  });
});

describe("firstIndexWhere", () => {
  it("returns the same index as a linear search for any sorted list", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (numbers, limit) => {
        const sorted = numbers.sort((a, b) => a - b);
        const found = sorted.findIndex((item) => item >= limit);
        expect(firstIndexWhere(sorted, (item) => item >= limit)).toBe(
          found < 0 ? sorted.length : found,
        );
      }),
    );
  });
});
