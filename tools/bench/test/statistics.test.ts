import { describe, expect, it } from "vitest";
import { median, ratio } from "../src/statistics.js";
import { formatTable } from "../src/table.js";

describe("median", () => {
  it("returns the middle of an odd number of values in any order", () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it("returns the mean of the two middle values of an even number", () => {
    expect(median([1, 2, 10, 4])).toBe(3);
  });

  it("throws an error for an empty list", () => {
    expect(() => median([])).toThrow("The median of an empty list is undefined.");
  });
});

describe("ratio", () => {
  it("formats the first value as a multiple of the second", () => {
    expect(ratio(31, 100)).toBe("0.31 ×");
  });
});

describe("formatTable", () => {
  it("formats Markdown with aligned columns", () => {
    const table = {
      title: "Import",
      head: ["", "ours", "theirs"],
      rows: [["`require`", "8 ms", "90 ms"]],
    };
    expect(formatTable(table)).toBe(
      [
        "### Import",
        "",
        "|           | ours | theirs |",
        "| --------- | ---: | -----: |",
        "| `require` | 8 ms |  90 ms |",
        "",
      ].join("\n"),
    );
  });
});
