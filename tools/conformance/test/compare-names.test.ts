import { describe, expect, it } from "vitest";
import { compareNames } from "../src/exported-names/compare-names.js";
import type { ExportedNames } from "../src/exported-names/compare-names.js";

const values = (...names: readonly string[]): ExportedNames =>
  new Map(names.map((name) => [name, "value"]));

describe("the comparison of exported names", () => {
  const shapes = new Set(["listthings", "color"]);

  it("lists names of the model's shapes, and functions, as missing", () => {
    const aws = values("ListThingsCommand", "Color", "paginateListThings", "makeThings");
    expect(compareNames(aws, values("ListThingsCommand"), shapes).missing).toEqual([
      "Color",
      "paginateListThings",
      "makeThings",
    ]);
  });

  it("explains names of shapes that the model lacks, and names that AWS has removed", () => {
    const aws = values("AddThingCommand", "AddThingRequest", "ColorFilterSensitiveLog");
    const { missing, explained } = compareNames(aws, values(), shapes);
    expect(missing).toEqual([]);
    expect([...explained.values()]).toEqual([
      ["AddThingCommand", "AddThingRequest"],
      ["ColorFilterSensitiveLog"],
    ]);
  });
});
