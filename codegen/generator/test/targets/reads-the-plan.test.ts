import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { importsBelow, namesBelow, traitIdsBelow } from "../../../service/test/trait-ids.js";

const sources = fileURLToPath(new URL("../../src", import.meta.url));
const targets = fileURLToPath(new URL("../../src/targets", import.meta.url));

describe("the built-in targets", () => {
  it("contain no trait ids, like the rest of the generator", () => {
    expect(traitIdsBelow(sources)).toEqual([]);
  });

  it("read no traits, unlike custom generators", () => {
    const traits = importsBelow(targets).filter((line) =>
      line.endsWith(": @tinsmith/smithy/traits"),
    );
    expect([...traits, ...namesBelow(targets, ["traitsOf", "Traits"])]).toEqual([]);
  });

  it("read no model", () => {
    expect(namesBelow(targets, ["Model", "loadModel", "serializeAst"])).toEqual([]);
  });
});
