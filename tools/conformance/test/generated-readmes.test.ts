import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Server } from "@tinsmith/server-runtime";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { readmeBlocks } from "../src/readme-blocks.js";
import { typeCheck } from "../src/type-check.js";
import { workspaceRoot } from "../src/workspace.js";
import { generatePackages } from "./generated-program.js";
import type { GeneratedPackages } from "./generated-program.js";

/** Services within and outside AWS, with and without resources, examples and authentication. */
const services: Readonly<Record<string, readonly string[]>> = {
  weather: ["codegen/generator/test/fixtures/weather/model"],
  tasks: ["tools/bench/tasks/model.smithy"],
  metering: ["model/model.json"],
};

/** Returns the examples of a package's README in TypeScript. */
const examplesOf = (folder: string, name: string): readonly string[] =>
  readmeBlocks(join(folder, name, "README.md"))
    .filter(({ language }) => language === "ts")
    .map(({ text }) => text);

/** Bundles a program with the generated sources and runs it in a separate process. */
async function runProgram(
  program: string,
  { folder, paths }: GeneratedPackages,
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const outfile = program.replace(/\.ts$/, ".mjs");
  await build({
    entryPoints: [program],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    alias: { ...paths },
    external: ["@tinsmith/*", "@smithy/*", "@aws-sdk/*"],
    logLevel: "error",
  });
  return promisify(execFile)(process.execPath, [outfile], {
    cwd: folder,
    env: { ...process.env, NODE_NO_WARNINGS: "1", ...env },
    timeout: 30_000,
  });
}

describe.each(Object.keys(services))("the READMEs of new packages of the service %s", (name) => {
  let generated: GeneratedPackages;

  beforeAll(async () => {
    const sources = (services[name] ?? []).map((path) => join(workspaceRoot, path));
    generated = await generatePackages(`readmes-${name}`, name, sources);
  }, 120_000);

  /** Writes examples as a program and checks its types. */
  function program(file: string, text: string): string {
    const path = join(generated.folder, file);
    writeFileSync(path, `${text}\nexport {};\n`);
    expect(typeCheck({ files: [path], paths: generated.paths })).toEqual([]);
    return path;
  }

  it("have examples of the types that compile and run", async () => {
    const examples = examplesOf(generated.folder, "types");
    expect(examples.length).toBeGreaterThan(1);
    for (const [index, example] of examples.entries()) {
      await runProgram(program(`types-${index}.ts`, example), generated);
    }
  }, 120_000);

  it("have examples of the mock server that compile and run", async () => {
    const examples = examplesOf(generated.folder, "mock-server");
    expect(examples.length).toBeGreaterThan(1);
    for (const [index, example] of examples.entries()) {
      const { stderr } = await runProgram(program(`mock-${index}.ts`, example), generated);
      expect(stderr).toBe("");
    }
  }, 120_000);

  it("have examples of the client that compile and receive responses from the mock server", async () => {
    const examples = examplesOf(generated.folder, "client");
    expect(examples.length).toBeGreaterThan(3);
    await using server = await mockServer(generated);
    // The client of a service outside AWS has its endpoint in the code.
    const text = examples
      .join("\n")
      .replaceAll(/endpoint: "https:[^"]*"/g, `endpoint: ${JSON.stringify(server.endpoint)}`);
    const { stdout, stderr } = await runProgram(program("client.ts", text), generated, {
      AWS_ENDPOINT_URL: server.endpoint,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "AKIDREADME",
      AWS_SECRET_ACCESS_KEY: "secret",
    });
    expect(stdout).toContain("$metadata");
    expect(server.journal.entries().length).toBeGreaterThan(0);
    expect(stderr).not.toMatch(/^\s+at /m);
  }, 120_000);
});

/** Starts the generated mock server in this process. */
async function mockServer({ folder, paths }: GeneratedPackages): Promise<Server> {
  const outfile = join(folder, "mock-server.mjs");
  await build({
    entryPoints: [join(folder, "mock-server/src/index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { ...paths },
    external: ["@tinsmith/*", "@smithy/*"],
    logLevel: "error",
  });
  const { createMockServer }: { createMockServer(): Server } = await import(
    pathToFileURL(outfile).href
  );
  return createMockServer().listen();
}
