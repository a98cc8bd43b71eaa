import { describe, expect, it } from "vitest";
import {
  encodeRfc3986,
  isAsyncIterable,
  isObject,
  isPlainRecord,
  isRecord,
  lowerCaseNames,
  lowerFirst,
  reasonOf,
  recordOf,
  upperFirst,
} from "../src/index.js";

describe("predicates over values", () => {
  const cases = [
    { value: {}, object: true, record: true, plain: true },
    { value: [], object: true, record: false, plain: false },
    { value: new Date(0), object: true, record: true, plain: false },
    { value: new Uint8Array(), object: true, record: true, plain: false },
    { value: null, object: false, record: false, plain: false },
    { value: "text", object: false, record: false, plain: false },
    { value: undefined, object: false, record: false, plain: false },
  ];

  it.each(cases)("tells objects, records and plain records apart: $value", (one) => {
    expect(isObject(one.value)).toBe(one.object);
    expect(isRecord(one.value)).toBe(one.record);
    expect(isPlainRecord(one.value)).toBe(one.plain);
  });

  it("accepts streams of the web and generators as async iterables, and no lists", () => {
    async function* generate() {}
    expect(isAsyncIterable(generate())).toBe(true);
    expect(isAsyncIterable(new ReadableStream())).toBe(true);
    expect(isAsyncIterable([])).toBe(false);
    expect(isAsyncIterable(null)).toBe(false);
  });

  it("copies the own members of objects", () => {
    expect(recordOf({ a: 1 })).toEqual({ a: 1 });
    expect(recordOf("text")).toEqual({});
  });
});

describe("functions over text", () => {
  it("changes the case of the first letter only", () => {
    expect(upperFirst("fooBar")).toBe("FooBar");
    expect(lowerFirst("FooBar")).toBe("fooBar");
    expect(lowerFirst("")).toBe("");
  });

  it("encodes all but unreserved characters", () => {
    expect(encodeRfc3986("a b/(c)*!'~-_.")).toBe("a%20b%2F%28c%29%2A%21%27~-_.");
  });

  it("writes the names of headers in lower case", () => {
    expect(lowerCaseNames({ "Content-Type": "A" })).toEqual({ "content-type": "A" });
  });

  it("takes the message of an error, and the text of anything else that was thrown", () => {
    expect(reasonOf(new TypeError("It failed."))).toBe("It failed.");
    expect(reasonOf("It failed.")).toBe("It failed.");
  });
});
