import type { StaticListSchema, StaticMapSchema, StaticStructureSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";

import { createServer } from "../../../src/entries/index.js";
import { checkPartial } from "../../../src/mock/matching/check-partial.js";
import { weather } from "../../services/weather-service.js";

const ns = "example";
const Tag$: StaticStructureSchema = [3, ns, "Tag", 0, ["Key", "Value"], [0, 0]];
const Tags$: StaticListSchema = [1, ns, "Tags", 0, () => Tag$];
const ByName$: StaticMapSchema = [2, ns, "ByName", 0, 0, () => Tag$];
const Thing$: StaticStructureSchema = [
  3,
  ns,
  "Thing",
  0,
  ["Id", "Tags", "ByName", "Any", "At"],
  [0, () => Tags$, () => ByName$, 15, 4],
];
const check = (partial: unknown) => () => checkPartial("A thing", Thing$, partial);

describe("a partial input", () => {
  it.each([
    ["nothing", undefined],
    ["members that there are", { Id: "a", At: new Date(0) }],
    [
      "items of lists and any keys of maps",
      { Tags: [{ Key: "a" }], ByName: { any: { Value: 1 } } },
    ],
    ["documents, which have any members", { Any: { whatever: 1 } }],
    ["matchers of a test framework", { Id: expect.any(String), Tags: expect.arrayContaining([]) }],
    ["a matcher as a whole", expect.objectContaining({ id: 1 })],
  ])("may have %s", (_, partial) => {
    expect(check(partial)).not.toThrow();
  });

  it.each([
    [{ id: "a" }, "A thing has no member /id. It has Id, Tags, ByName, Any, At."],
    [
      { Tags: [{ Key: "a" }, { key: "b" }] },
      "A thing has no member /Tags/1/key. It has Key, Value.",
    ],
    [{ ByName: { a: { x: 1 } } }, "A thing has no member /ByName/a/x."],
  ])("may not have members that there are not: %j", (partial, message) => {
    expect(check(partial)).toThrow(message);
  });

  it("is refused where orders are given and where requests are looked for", () => {
    const server = createServer({ ...weather });
    const message = "The input of GetForecast has no member /town. It has city";
    expect(() => Reflect.apply(server.on, server, ["GetForecast", { town: "Bern" }])).toThrow(
      message,
    );
    expect(() => server.checkReceived("GetForecast", { town: "Bern" })).toThrow(message);
    expect(() => server.checkReceived("GetForecast", { city: "Bern" })).not.toThrow();
  });
});
