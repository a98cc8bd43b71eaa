import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { createMockServer } from "@marketplace-metering/mock-server";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../src/generate.js";
import { typeCheck } from "../src/type-check.js";
import { workspaceRoot } from "../src/workspace.js";
import { generatePackages } from "./generated-program.js";
import { bundleProgram } from "./bundle-program.js";

/**
 * Returns the TypeScript examples of a README as one program, because each builds on the previous
 * examples.
 */
const programOf = (path: string): string =>
  Array.from(readFileSync(path, "utf8").matchAll(/^```ts\n(.*?)^```$/gms), ([, text]) => text).join(
    "\n",
  );

describe("the examples of the client's README", () => {
  const folder = join(scratchFolder, "client-readme");
  const program = join(folder, "program.ts");
  mkdirSync(folder, { recursive: true });
  writeFileSync(program, programOf(join(workspaceRoot, "packages/client/README.md")));

  it("compile", () => expect(typeCheck({ files: [program] })).toEqual([]), 60_000);

  it("have the documented results against a mock server", async () => {
    const outfile = await bundleProgram(program);
    await using server = await createMockServer().listen();
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL: server.url,
      AWS_ACCESS_KEY_ID: "AKIDREADME",
      AWS_SECRET_ACCESS_KEY: "secret",
      NODE_NO_WARNINGS: "1",
    };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [outfile], { env });
    expect(stdout).toContain("Success {");
    // The service accepts the same record again, but bills it only once.
    expect(stdout).toMatch(/^billed \S+$/m);
    expect(stdout.trimEnd()).toMatch(/^1$/m);
    expect(stderr).toMatch(/^InvalidTokenException client \S+$/m);
  }, 60_000);
});

describe("the examples of the README of the types", () => {
  it("compile separately", () => {
    const folder = join(scratchFolder, "types-readme");
    mkdirSync(folder, { recursive: true });
    const text = readFileSync(join(workspaceRoot, "packages/types/README.md"), "utf8");
    const examples = Array.from(
      text.matchAll(/^```ts\n(.*?)^```$/gms),
      ([, example = ""]) => example,
    );
    const files = examples.map((example, index) => {
      const path = join(folder, `example-${index}.ts`);
      writeFileSync(path, example);
      return path;
    });
    expect(files.length).toBeGreaterThan(2);
    expect(typeCheck({ files })).toEqual([]);
  }, 60_000);
});

describe("the README of a new client package", () => {
  it("has examples that compile", async () => {
    const fixture = join(workspaceRoot, "codegen/generator/test/fixtures/weather/model");
    const { folder, paths } = await generatePackages("readme-weather", "weather", [fixture]);
    const program = join(folder, "readme.ts");
    const text = programOf(join(folder, "client/README.md"));
    writeFileSync(program, text);
    expect(text.split("import ").length).toBeGreaterThan(5);
    expect(typeCheck({ files: [program], paths })).toEqual([]);
  }, 120_000);
});
