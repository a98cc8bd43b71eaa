import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { traitIdsBelow } from "./trait-ids.js";

describe("the sources of the plan", () => {
  it("refer to traits by accessors instead of ids", () => {
    expect(traitIdsBelow(fileURLToPath(new URL("../src", import.meta.url)))).toEqual([]);
  });
});
