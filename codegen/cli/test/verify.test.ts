import { symlink } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { run } from "../src/program.js";
import { recordingTerminal, smallProject, workspace } from "./workspace.js";

const installed = fileURLToPath(new URL("../node_modules", import.meta.url));

/** A mock server that counts the calls of `/`. A reset sets the count to 0. */
const mockServer = `
import { createServer } from "node:http";
export const createMockServer = () => ({
  async listen() {
    let calls = 0;
    const server = createServer((_, response) => response.end(String(++calls)));
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address();
    return {
      endpoint: \`http://127.0.0.1:\${port}\`,
      reset: () => { calls = 0; },
      close: () => new Promise((done) => server.close(done)),
    };
  },
});
`;

const config = (docs: object) =>
  JSON.stringify({
    version: "1.0",
    sources: ["main.smithy"],
    plugins: { docs: { package: "@example/docs", output: "out/docs", ...docs } },
  });

const block = (...lines: readonly string[]): string => `\`\`\`ts\n${lines.join("\n")}\n\`\`\`\n`;

const calls = (expected: number) => [
  'import assert from "node:assert/strict";',
  'const response = await fetch("http://127.0.0.1:8080");',
  `assert.equal(await response.text(), "${expected}");`,
];

async function verify(
  files: Readonly<Record<string, string>>,
  docs: object = { guides: ["guides"], recordings: { server: "./mock.mjs" } },
  ...argv: readonly string[]
) {
  await using project = await workspace({
    ...smallProject,
    "smithy-build.json": config(docs),
    "mock.mjs": mockServer,
    ...files,
  });
  await symlink(installed, join(project.root, "node_modules"));
  const { terminal, written } = recordingTerminal(project.root);
  const code = await run(["verify", ...argv], terminal);
  return { code, ...written };
}

describe("tinsmith verify", () => {
  it("runs the programs of each guide against a mock server with fresh state", async () => {
    const found = await verify({
      "guides/1-one.md": `# One\n\n${block(...calls(1))}\nThen:\n\n${block(...calls(2))}`,
      "guides/2-two.md": `# Two\n\n${block(...calls(1))}\n\`\`\`sh\nexit 1\n\`\`\`\n`,
    });
    expect(found).toEqual({ code: 0, out: "", err: "3 programs compiled, 3 run\n" });
  }, 60_000);

  it("reports the line of a guide whose code does not compile, and runs no programs", async () => {
    const { code, out } = await verify({
      "guides/one.md": `# One\n\n${block('import "node:fs";', 'const a: number = "";')}\n${block('import "node:fs";', 'throw new Error("run");')}`,
    });
    expect(code).toBe(1);
    expect(out).toBe("guides/one.md:5 TS2322: Type 'string' is not assignable to type 'number'.\n");
  }, 60_000);

  it("shows the end of the output of a failed program", async () => {
    const { code, out, err } = await verify({
      "guides/one.md": block('import "node:fs";', 'throw new Error("no usage");'),
    });
    expect(code).toBe(1);
    expect(out).toMatch(/^guides\/one.md:2 failed\n/);
    expect(out).toContain("Error: no usage");
    expect(err).toBe("1 problem\n");
  }, 60_000);

  it("only compiles tests and imported files, and skips programs whose packages are not installed", async () => {
    const { code, err } = await verify({
      "guides/one.md": [
        block("// double.ts", 'import "node:fs";', "export const double = (n: number) => n * 2;"),
        block(
          "// double.test.ts",
          'import { double } from "./double.js";',
          'if (double(1) === 2) throw new Error("run");',
        ),
        block('import { expect } from "@missing/jest";', "expect(1);"),
      ].join("\n"),
    });
    expect(code).toBe(0);
    expect(err).toBe(
      "skipped guides/one.md:14: @missing/jest is not installed\n2 programs compiled, 1 run\n",
    );
  }, 60_000);

  it("compiles the programs without running them with --no-run", async () => {
    const guide = { "guides/one.md": block('import "node:fs";', 'throw new Error("run");') };
    const docs = { guides: ["guides/one.md"] };
    expect(await verify(guide, docs, "--no-run")).toEqual({
      code: 0,
      out: "",
      err: "1 program compiled, 0 run\n",
    });
  }, 60_000);

  it.each([
    [{}, "The configuration names no guides"],
    [{ guides: ["guides"] }, "the configuration has no mock server"],
    [
      { guides: ["guides"], recordings: { server: "./missing.mjs" } },
      /The mock server .*missing.mjs was not found. Build it first/,
    ],
  ])("rejects the options %j", async (docs, reason) => {
    const { code, err } = await verify({ "guides/one.md": block(...calls(1)) }, docs);
    expect(code).toBe(2);
    expect(err).toMatch(reason);
  });

  it("removes its temporary files", async () => {
    await verify({ "guides/one.md": block('import "node:fs";') });
    const cache = join(installed, ".cache/tinsmith");
    expect(readdirSync(cache).filter((name) => name.startsWith("verify-"))).toEqual([]);
  }, 60_000);
});
