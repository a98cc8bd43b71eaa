import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../src/generate.js";
import { typeCheck } from "../src/type-check.js";
import { workspaceRoot } from "../src/workspace.js";

const program = fileURLToPath(new URL("./weather/round-trips.ts", import.meta.url));
const fixture = join(workspaceRoot, "codegen/generator/test/fixtures/weather/model");

let folder: string;
let paths: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await generate({
    name: "weather",
    sources: [fixture],
    packages: {
      types: "@example/weather-types",
      client: "@example/weather-client",
      "mock-server": "@example/weather-mock-server",
      docs: "@example/weather-docs",
    },
  });
  const source = (path: string) => join(folder, path);
  paths = {
    "@example/weather-types": source("types/src/index.ts"),
    "@example/weather-types/schemas": source("types/src/schemas.ts"),
    "@example/weather-types/constraints": source("types/src/constraints.ts"),
    "@example/weather-client": source("client/src/index.ts"),
    "@example/weather-mock-server": source("mock-server/src/index.ts"),
  };
}, 120_000);

describe("a second service, generated with nothing changed", () => {
  it("compiles under the strictest options, and so does a program that uses it", () => {
    const files = [program, ...Object.values(paths), join(folder, "mock-server/src/bin.ts")];
    expect(typeCheck({ files, paths })).toEqual([]);
  }, 120_000);

  it("has a client that its mock server understands", async () => {
    const outcomes = await runChecks();
    expect(outcomes.length).toBeGreaterThan(8);
    expect(outcomes.filter(({ problem }) => problem !== undefined)).toEqual([]);
  }, 120_000);
});

interface Outcome {
  readonly check: string;
  readonly problem: string | undefined;
}

/** Bundles the program with the generated sources, runs its checks, and says how each went. */
async function runChecks(): Promise<readonly Outcome[]> {
  const outfile = join(folder, "round-trips.mjs");
  await build({
    entryPoints: [program],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { ...paths },
    // Only what is generated goes into the bundle; runtimes are installed here.
    external: ["@tinsmith/*", "@smithy/*", "@aws-sdk/*"],
    logLevel: "error",
  });
  const { checks }: { checks: Readonly<Record<string, () => Promise<void>>> } = await import(
    pathToFileURL(outfile).href
  );
  const outcomes: Outcome[] = [];
  for (const [check, run] of Object.entries(checks)) {
    const problem = await run().then(
      () => undefined,
      (error: unknown) => String(error),
    );
    outcomes.push({ check, problem });
  }
  return outcomes;
}
