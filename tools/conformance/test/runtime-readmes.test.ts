import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMockServer } from "@marketplace-metering/mock-server";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scratchFolder } from "../src/generate.js";
import { readmeBlocks } from "../src/readme-blocks.js";
import { typeCheck } from "../src/type-check.js";
import { workspaceRoot } from "../src/workspace.js";
import { generatePackages } from "./generated-program.js";
import { programs, weather } from "./readme-programs.js";

const folder = join(scratchFolder, "runtime-readmes");
let paths: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "weather.smithy"), weather);
  const generated = await generatePackages("readme-server", "readme", [
    join(folder, "weather.smithy"),
  ]);
  paths = generated.paths;
  mkdirSync(join(folder, "generated"), { recursive: true });
  for (const file of ["command", "service"]) {
    const source = join(generated.folder, `mock-server/src/generated/${file}.js`);
    writeFileSync(
      join(folder, `generated/${file}.ts`),
      `export * from ${JSON.stringify(source)};\n`,
    );
  }
}, 120_000);

/** Runs a program in this process, because matchers belong to the test runner. */
async function runHere(program: string): Promise<void> {
  const outfile = program.replace(/\.ts$/, ".mjs");
  await build({
    entryPoints: [program],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    alias: { ...paths },
    external: ["@tinsmith/*", "@smithy/*", "@marketplace-metering/*", "re2js", "valibot", "vitest"],
    logLevel: "error",
  });
  await import(pathToFileURL(outfile).href);
}

describe("the examples of the READMEs of published packages", () => {
  const given = process.env;
  const cwd = process.cwd();

  afterAll(() => {
    process.env = given;
    process.chdir(cwd);
  });

  it.each(programs.map((program) => [program.title, program] as const))(
    "compile and run: %s",
    async (title, { readme, examples, compilesOnly, before = "", after = "" }) => {
      const blocks = readmeBlocks(join(workspaceRoot, readme, "README.md")).filter(
        ({ language }) => language === "ts" || language === "js",
      );
      const texts = examples.map((index) => blocks[index]?.text);
      expect(texts).not.toContain(undefined);
      const path = join(folder, `${title.replaceAll(/\W+/g, "-")}.ts`);
      writeFileSync(path, [before, ...texts, after, "export {};"].join("\n"));
      expect(typeCheck({ files: [path], paths })).toEqual([]);
      if (compilesOnly) return;
      await using server = await createMockServer().listen();
      server.on("ResolveCustomer").responds({ ProductCode: "p", CustomerIdentifier: "c" });
      process.env = {
        ...given,
        AWS_ENDPOINT_URL: server.endpoint,
        AWS_ACCESS_KEY_ID: "AKIDREADME",
        AWS_SECRET_ACCESS_KEY: "secret",
      };
      process.chdir(folder);
      await runHere(path);
    },
    120_000,
  );

  it("are all covered by the programs of this test", () => {
    const readmes = [...new Set(programs.map(({ readme }) => readme))];
    for (const readme of readmes) {
      const count = readmeBlocks(join(workspaceRoot, readme, "README.md")).filter(
        ({ language }) => language === "ts" || language === "js",
      ).length;
      const used = programs.filter((one) => one.readme === readme).flatMap((one) => one.examples);
      expect([readme, [...new Set(used)].sort((a, b) => a - b)]).toEqual([
        readme,
        Array.from({ length: count }, (_, index) => index),
      ]);
    }
  });
});
