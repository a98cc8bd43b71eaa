import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { lintWorkflow } from "../src/actionlint.js";
import { scratchFolder } from "../src/generate.js";
import { statedVersions } from "../src/release/packed-table.js";
import { typeCheck } from "../src/type-check.js";
import { readManifest, run, workspaceRoot } from "../src/workspace.js";

const cli = join(workspaceRoot, "codegen/cli");
const program = join(cli, readManifest(cli).bin?.["tinsmith"] ?? "");
const parent = join(scratchFolder, "new-workspace");
const root = join(parent, "shop");
const packages = join(root, "packages");

beforeAll(() => {
  rmSync(parent, { recursive: true, force: true });
  mkdirSync(parent, { recursive: true });
  run(process.execPath, [program, "init", "shop"], parent);
}, 120_000);

const tinsmith = (...args: readonly string[]): string =>
  run(process.execPath, [program, ...args], root);

/** Compiles the test of the workspace together with the sources of its packages. */
function problems(): readonly string[] {
  const source = (name: string): string => join(packages, name, "src/index.ts");
  return typeCheck({
    files: [join(root, "test/tasks.test.ts"), source("client"), source("mock-server")],
    paths: {
      "@shop/client": source("client"),
      "@shop/mock-server": source("mock-server"),
      "@shop/types": source("types"),
      "@shop/types/constraints": join(packages, "types/src/constraints.ts"),
      "@shop/types/schemas": join(packages, "types/src/schemas.ts"),
    },
  });
}

/** Edits the model, writes its changesets, and generates. Returns the changeset of the client. */
function change(part: string, by: string): string {
  const path = join(root, "model/main.smithy");
  const text = readFileSync(path, "utf8");
  expect(text).toContain(part);
  writeFileSync(path, text.replace(part, by));
  tinsmith("changeset");
  tinsmith("changeset", "--check");
  tinsmith("build");
  const changeset = readFileSync(join(root, ".changeset/tinsmith-client.md"), "utf8");
  tinsmith("changeset", "--mark-released");
  return changeset;
}

describe("a new workspace", () => {
  it("compiles with its packages and its test after `tinsmith init`", () => {
    expect(problems()).toEqual([]);
  }, 120_000);

  it.each(["types", "client", "mock-server"])(
    "states the versions of TypeScript that compile its package %s",
    (name) => {
      const stated = statedVersions().get(`@marketplace-metering/${name}`);
      const text = readFileSync(join(packages, name, "README.md"), "utf8");
      expect(text.replaceAll(/\s+/g, " ")).toContain(`${stated}.`);
    },
  );

  it("has a workflow that passes actionlint", async () => {
    const path = ".github/workflows/tinsmith.yml";
    expect(await lintWorkflow(readFileSync(join(root, path), "utf8"), path)).toEqual([]);
  });

  it("still compiles with a new optional member, and reports a removed operation in types and changeset", () => {
    tinsmith("changeset", "--mark-released");
    const added = change(
      "title: TaskTitle\n    }",
      "title: TaskTitle\n\n        note: String\n    }",
    );
    expect(added).toContain('"@shop/client": minor\n');
    expect(added).toContain("New:\n\n- `AddTaskInput.note` is new.\n");
    expect(problems()).toEqual([]);

    const removed = change("        GetTask\n", "");
    expect(removed).toContain("Breaking changes:\n\n- The operation `GetTask` is gone.\n");
    expect(problems().join("\n")).toContain("has no exported member 'GetTaskCommand'");
  }, 240_000);
});
