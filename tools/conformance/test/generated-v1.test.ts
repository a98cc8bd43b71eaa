import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { keptPackages, keptPaths } from "../src/kept-packages.js";
import { scratchFolder } from "../src/generate.js";
import { typeCheck } from "../src/type-check.js";
import { runChecks } from "./generated-program.js";

const paths = keptPaths();

/** Returns the path of a program that uses the kept packages. */
function program(name: string): string {
  return fileURLToPath(new URL(`./generated-v1/${name}.ts`, import.meta.url));
}

/** Lists the sources and generated tests of the kept packages. */
function keptFiles(): readonly string[] {
  return keptPackages().flatMap(({ folder }) =>
    ["src", "test"]
      .map((part) => join(folder, part))
      .filter((part) => existsSync(part))
      .flatMap((part) =>
        readdirSync(part, { recursive: true, encoding: "utf8" })
          .filter((file) => file.endsWith(".ts"))
          .map((file) => join(part, file)),
      ),
  );
}

describe("the packages of an earlier version", () => {
  it("contain two services", () => {
    expect(keptPackages().map(({ name }) => name)).toEqual([
      "@generated-v1/metering-client",
      "@generated-v1/metering-mock-server",
      "@generated-v1/metering-types",
      "@generated-v1/workshop-client",
      "@generated-v1/workshop-mock-server",
      "@generated-v1/workshop-protocol-tests",
      "@generated-v1/workshop-types",
    ]);
  });

  it("compile against the current runtimes, with programs that use them", () => {
    const files = [...keptFiles(), program("workshop"), program("metering")];
    expect(files.length).toBeGreaterThan(100);
    expect(typeCheck({ files, paths })).toEqual([]);
  }, 120_000);

  it.each([
    ["metering", 6],
    ["workshop", 16],
  ])(
    "run on the current runtimes: the packages of %s",
    async (name, count) => {
      const outcomes = await runChecks(program(name), { folder: scratchFolder, paths });
      expect(outcomes.filter(({ problem }) => problem !== undefined)).toEqual([]);
      expect(outcomes.length).toBe(count);
    },
    120_000,
  );
});
