import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { scratchFolder } from "../src/generate.js";
import { typeCheck } from "../src/type-check.js";
import { workspaceRoot } from "../src/workspace.js";
import { bundleProgram } from "./bundle-program.js";

const readme = readFileSync(join(workspaceRoot, "README.md"), "utf8");
const examples = Array.from(readme.matchAll(/^```ts\n(.*?)^```$/gms), ([, text]) => text);

describe("the examples of the README, one after the other", () => {
  const folder = join(scratchFolder, "readme");
  const program = join(folder, "program.ts");

  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    const count = "console.log(server.metered().length, server.journal.entries().length);";
    writeFileSync(program, [...examples, count].join("\n"));
  });

  it("compile", () => expect(typeCheck({ files: [program] })).toEqual([]), 60_000);

  it("meter a record once even if it is sent repeatedly", async () => {
    const outfile = await bundleProgram(program);
    const output = execFileSync(process.execPath, [outfile], { encoding: "utf8" });
    expect(output).toBe("Success\n1 3\n");
  }, 60_000);
});
