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

describe("functions for values", () => {
  const cases = [
    { value: {}, object: true, record: true, plain: true },
    { value: [], object: true, record: false, plain: false },
    { value: new Date(0), object: true, record: true, plain: false },
    { value: new Uint8Array(), object: true, record: true, plain: false },
    { value: null, object: false, record: false, plain: false },
    { value: "text", object: false, record: false, plain: false },
    { value: undefined, object: false, record: false, plain: false },
  ];

  it.each(cases)("classify $value as object, record or plain record", (expected) => {
    expect(isObject(expected.value)).toBe(expected.object);
    expect(isRecord(expected.value)).toBe(expected.record);
    expect(isPlainRecord(expected.value)).toBe(expected.plain);
  });

  it("accept web streams and async generators, but not arrays, as async iterables", () => {
    async function* generate() {}
    expect(isAsyncIterable(generate())).toBe(true);
    expect(isAsyncIterable(new ReadableStream())).toBe(true);
    expect(isAsyncIterable([])).toBe(false);
    expect(isAsyncIterable(null)).toBe(false);
  });

  it("copy the own properties of objects", () => {
    expect(recordOf({ a: 1 })).toEqual({ a: 1 });
    expect(recordOf("text")).toEqual({});
  });
});

describe("functions for text", () => {
  it("change the case of the first letter only", () => {
    expect(upperFirst("fooBar")).toBe("FooBar");
    expect(lowerFirst("FooBar")).toBe("fooBar");
    expect(lowerFirst("")).toBe("");
  });

  it("percent-encode all characters except unreserved characters", () => {
    expect(encodeRfc3986("a b/(c)*!'~-_.")).toBe("a%20b%2F%28c%29%2A%21%27~-_.");
  });

  it("convert the names of headers to lower case", () => {
    expect(lowerCaseNames({ "Content-Type": "A" })).toEqual({ "content-type": "A" });
  });

  it("return the message of an error, and the text of any other thrown value", () => {
    expect(reasonOf(new TypeError("It failed."))).toBe("It failed.");
    expect(reasonOf("It failed.")).toBe("It failed.");
  });
});
