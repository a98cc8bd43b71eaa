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
const check = (partial: unknown) => () => checkPartial("a thing", Thing$, partial);

describe("a partial input", () => {
  it.each([
    ["nothing", undefined],
    ["members of the shape", { Id: "a", At: new Date(0) }],
    [
      "items of lists and any keys of maps",
      { Tags: [{ Key: "a" }], ByName: { any: { Value: "1" } } },
    ],
    ["documents with any members", { Any: { whatever: 1 } }],
    ["matchers of a test framework", { Id: expect.any(String), Tags: expect.arrayContaining([]) }],
    ["a matcher as a whole", expect.objectContaining({ id: 1 })],
  ])("can consist of %s", (_, partial) => {
    expect(check(partial)).not.toThrow();
  });

  it.each([
    [{ id: "a" }, 'Unknown member "/id" of a thing. Expected one of: Id, Tags, ByName, Any, At.'],
    [
      { Tags: [{ Key: "a" }, { key: "b" }] },
      'Unknown member "/Tags/1/key" of a thing. Expected one of: Key, Value.',
    ],
    [{ Id: 5 }, 'Invalid member "/Id" of a thing: 5. Expected a string.'],
    [{ Tags: { Key: "a" } }, 'Invalid member "/Tags" of a thing: {"Key":"a"}. Expected a list.'],
    [{ ByName: [] }, 'Invalid member "/ByName" of a thing: []. Expected an object.'],
    [{ At: "2026-11-01" }, 'Invalid member "/At" of a thing: "2026-11-01". Expected a valid Date.'],
    ["a", 'Invalid a thing: "a". Expected an object.'],
    [{ ByName: { a: { x: 1 } } }, 'Unknown member "/ByName/a/x" of a thing.'],
  ])("is refused if it can never match: %j", (partial, message) => {
    expect(check(partial)).toThrow(message);
  });

  it("is refused by overrides and verifications if it can never match", () => {
    const server = createServer({ ...weather });
    const message = 'Unknown member "/town" of input of GetForecast. Expected one of: city';
    expect(() => Reflect.apply(server.on, server, ["GetForecast", { town: "Bern" }])).toThrow(
      message,
    );
    expect(() => server.checkReceived("GetForecast", { town: "Bern" })).toThrow(message);
    expect(() => server.checkReceived("GetForecast", { city: "Bern" })).not.toThrow();
  });
});
