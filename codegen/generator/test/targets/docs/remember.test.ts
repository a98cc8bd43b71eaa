import { describe, expect, it } from "vitest";
import { remember } from "../../../src/targets/docs/remember.js";

describe("remember", () => {
  it("returns the earlier result for the same key until it exceeds the limit of kept results", () => {
    const made: string[] = [];
    const twice = remember(
      2,
      (text: string) => text.toLowerCase(),
      (text) => {
        made.push(text);
        return text + text;
      },
    );
    expect(["a", "A", "b", "a"].map((text) => twice(text))).toEqual(["aa", "aa", "bb", "aa"]);
    expect(made).toEqual(["a", "b"]);
    expect(["c", "A"].map((text) => twice(text))).toEqual(["cc", "AA"]);
    expect(made).toEqual(["a", "b", "c", "A"]);
  });
});
