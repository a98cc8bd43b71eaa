import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { readmeBlocks } from "../src/readme-blocks.js";
import { typeCheck } from "../src/type-check.js";
import { workspaceRoot } from "../src/workspace.js";
import { generatePackages, runChecks } from "./generated-program.js";
import type { GeneratedPackages } from "./generated-program.js";

const program = fileURLToPath(new URL("./weather/round-trips.ts", import.meta.url));
const fixture = join(workspaceRoot, "codegen/generator/test/fixtures/weather/model");

let packages: GeneratedPackages;

beforeAll(async () => {
  packages = await generatePackages("weather", "weather", [fixture]);
}, 120_000);

describe("a second service, generated without changes to the generator", () => {
  it("compiles under the strictest options, with a program that uses it", () => {
    const { folder, paths } = packages;
    const files = [program, ...Object.values(paths), join(folder, "mock-server/src/bin.ts")];
    expect(typeCheck({ files, paths })).toEqual([]);
  }, 120_000);

  it("has a mock server README with examples that compile", () => {
    const { folder, paths } = packages;
    const blocks = readmeBlocks(join(folder, "mock-server/README.md"));
    const examples = blocks.filter(({ language }) => language === "ts");
    expect(examples.length).toBeGreaterThan(1);
    const files = examples.map(({ text }, index) => {
      const file = join(folder, `readme-${index}.ts`);
      writeFileSync(file, text);
      return file;
    });
    expect(typeCheck({ files, paths })).toEqual([]);
  }, 60_000);

  it("has a client that works with its mock server", async () => {
    const outcomes = await runChecks(program, packages);
    expect(outcomes.length).toBeGreaterThan(8);
    expect(outcomes.filter(({ problem }) => problem !== undefined)).toEqual([]);
  }, 120_000);
});
