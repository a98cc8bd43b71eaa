import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../src/generate.js";
import { typeCheck } from "../src/type-check.js";
import { readManifest, run, workspaceRoot } from "../src/workspace.js";

const cli = join(workspaceRoot, "codegen/cli");
const program = join(cli, readManifest(cli).bin?.["tinsmith"] ?? "");

describe("a new workspace", () => {
  it("compiles with its packages and its test after `tinsmith init`", () => {
    const parent = join(scratchFolder, "new-workspace");
    rmSync(parent, { recursive: true, force: true });
    mkdirSync(parent, { recursive: true });
    run(process.execPath, [program, "init", "shop"], parent);

    const packages = join(parent, "shop/packages");
    const source = (name: string): string => join(packages, name, "src/index.ts");
    const problems = typeCheck({
      files: [join(parent, "shop/test/tasks.test.ts"), source("client"), source("mock-server")],
      paths: {
        "@shop/client": source("client"),
        "@shop/mock-server": source("mock-server"),
        "@shop/types": source("types"),
        "@shop/types/constraints": join(packages, "types/src/constraints.ts"),
        "@shop/types/schemas": join(packages, "types/src/schemas.ts"),
      },
    });
    expect(problems).toEqual([]);
  }, 120_000);
});
