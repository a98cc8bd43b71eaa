import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { filesBelow } from "../src/corpus-files.js";
import { scratchFolder } from "../src/generate.js";
import { readManifest, workspaceRoot } from "../src/workspace.js";

const folder = join(scratchFolder, "edit-model");
const model = join(folder, "model");
const generated = join(folder, "packages");
const program = join(
  workspaceRoot,
  "codegen/cli",
  readManifest(join(workspaceRoot, "codegen/cli")).bin?.["tinsmith"] ?? "",
);

/** Runs `tinsmith` in the copy of `model/`. The copy includes the outputs. */
function tinsmith(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: model,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", NODE_OPTIONS: "" },
  });
  return { status, output: stdout + stderr };
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(model, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

/** Reads the text of every generated file. */
const snapshot = (): ReadonlyMap<string, string> =>
  new Map(filesBelow(generated, "").map(({ name, path }) => [name, readFileSync(path, "utf8")]));

const read = (path: string): string => readFileSync(join(generated, path), "utf8");

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(workspaceRoot, "model"), model, {
    recursive: true,
    filter: (path) => !path.includes("node_modules"),
  });
  const { status, output } = tinsmith("build");
  if (status !== 0) throw new Error(output);
}, 120_000);

describe("editing the model", () => {
  it("requires no build before the first edit", () => {
    expect(tinsmith("build", "--check")).toMatchObject({ status: 0 });
  }, 60_000);

  it("reports a mistake with its file and line without changing a file", () => {
    const before = snapshot();
    const shapes = readFileSync(join(model, "shapes.smithy"), "utf8");
    edit("shapes.smithy", (text) => `${text}\nstructure Broken {\n    member String\n}\n`);
    const line = shapes.split("\n").length + 2;
    const { status, output } = tinsmith("build");
    expect(status).toBe(1);
    expect(output).toContain(`shapes.smithy:${line}:12`);
    expect(output).toContain("    member String");
    expect(output).toMatch(/expected/i);
    expect(snapshot()).toEqual(before);
    edit("shapes.smithy", () => shapes);
  }, 60_000);

  it("updates types, client, server and docs for a new member and a new operation", () => {
    edit("shapes.smithy", (text) =>
      text.replace(
        "structure UsageRecord {",
        "structure UsageRecord {\n    /// A remark on the record.\n    Remark: String\n",
      ),
    );
    edit("service.smithy", (text) =>
      text.replace("        MeterUsage\n", "        ForgetUsage\n        MeterUsage\n"),
    );
    writeFileSync(
      join(model, "operations/forget-usage.smithy"),
      `$version: "2.0"

namespace com.amazonaws.marketplacemetering

/// Forgets a record.
operation ForgetUsage {
    input := {
        @required
        MeteringRecordId: String
    }
}
`,
    );
    const before = snapshot();
    expect(tinsmith("build", "--check")).toMatchObject({ status: 1 });
    expect(snapshot()).toEqual(before);

    expect(tinsmith("build")).toMatchObject({ status: 0 });
    expect(read("types/src/generated/structures.ts")).toMatch(
      /A remark on the record\.[^;]*Remark\?: string \| undefined;/,
    );
    expect(read("client/src/generated/commands/forget-usage-command.ts")).toContain(
      "ForgetUsageCommand",
    );
    expect(read("mock-server/src/generated/handlers.ts")).toContain("ForgetUsage?:");
    expect(read("docs/src/generated/operations/forget-usage.html")).toContain("Forgets a record.");
    expect(tinsmith("build", "--check")).toMatchObject({ status: 0 });
  }, 120_000);
});
