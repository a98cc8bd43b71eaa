import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { printTraits } from "../../scripts/print-traits.js";
import { loadModel } from "../../src/load/load-model.js";
import { traitLibraries } from "../../src/traits/registry.js";

const folder = fileURLToPath(new URL("../../src/traits/generated/", import.meta.url));

/**
 * A model of all shipped shapes. The text names every trait library, so every library is loaded.
 */
function shippedModel() {
  const names = [...traitLibraries.keys()].map((namespace) => `// ${namespace}#`).join("\n");
  const { model } = loadModel([
    { path: "all.smithy", text: `$version: "2.0"\n${names}\nnamespace all` },
  ]);
  if (model === undefined) throw new Error("The models of the traits cannot be loaded");
  return model;
}

/** `pnpm generate:traits` runs this test with `--update`. */
describe("the generated traits", () => {
  it("are up to date with the models of the traits", async () => {
    const files = await printTraits(shippedModel());
    for (const [name, text] of files) await expect(text).toMatchFileSnapshot(folder + name);
    expect(readdirSync(folder).filter((name) => !files.has(name))).toEqual([]);
  });
});
