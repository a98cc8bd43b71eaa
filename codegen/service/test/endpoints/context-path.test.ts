import { describe, expect, it } from "vitest";
import { parseContextPath } from "../../src/endpoints/context-path.js";

const members = (...names: readonly string[]) => ({ kind: "members", names });

describe("parseContextPath", () => {
  it.each([
    ["a", members("a")],
    ["a.b", members("a", "b")],
    ["list[*]", members("list")],
    ["list[]", members("list")],
    ["list[*][]", members("list")],
    ["a.list[*].b.c", { kind: "each", list: ["a", "list"], item: members("b", "c") }],
    [
      "list[].inner[*].name",
      {
        kind: "each",
        list: ["list"],
        item: { kind: "each", list: ["inner"], item: members("name") },
      },
    ],
    ["keys(a.map)", { kind: "keys", map: members("a", "map") }],
    ["[a, b.c]", { kind: "select", paths: [["a"], ["b", "c"]] }],
    [
      "list[*].[a, b][]",
      { kind: "each", list: ["list"], item: { kind: "select", paths: [["a"], ["b"]] } },
    ],
  ])("parses %s", (path, expected) => {
    expect(parseContextPath(path)).toEqual(expected);
  });

  it.each(["a || b", "list[0]", "map.*", "length(a)"])("gives nothing for %s", (path) => {
    expect(parseContextPath(path)).toBeUndefined();
  });
});
