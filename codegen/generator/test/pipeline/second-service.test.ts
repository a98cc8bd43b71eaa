import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { build } from "../../src/pipeline/build.js";
import { typeErrors } from "../type-errors.js";
import { lines } from "../workbench.js";

const fixture = fileURLToPath(new URL("../fixtures/weather", import.meta.url));

describe("a build of a model other than the example in model/", () => {
  it("generates all packages, with types that compile", async () => {
    // The folder is inside of the package, so that the compiler finds the imports of the generated
    // files.
    const reports = fileURLToPath(new URL("../../reports", import.meta.url));
    await mkdir(reports, { recursive: true });
    const root = await mkdtemp(join(reports, "weather-"));
    try {
      await cp(fixture, root, { recursive: true });
      const result = await build({ configPath: root, cwd: root });
      expect(lines(result)).toEqual([]);
      expect(result.targets.map(({ name }) => name)).toEqual([
        "types",
        "client",
        "mock-server",
        "docs",
      ]);
      const entries = ["index", "schemas", "constraints"];
      const files = entries.map((name) => join(root, "packages/types/src", `${name}.ts`));
      expect(typeErrors(files)).toEqual([]);
      expect((await build({ configPath: root, cwd: root, check: true })).ok).toBe(true);
    } finally {
      await rm(root, { recursive: true });
    }
  }, 120_000);
});
