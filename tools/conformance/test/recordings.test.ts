import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workspaceRoot } from "../src/workspace.js";

describe("the recordings of the model", () => {
  it("equal the current output of the recorder", () => {
    const command = join(workspaceRoot, "codegen/cli/dist/bin.js");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [command, "record", "model", "--check"],
      { cwd: workspaceRoot, encoding: "utf8" },
    );
    expect(stdout + stderr).toMatch(/^model\/recordings\.json: \d+ calls, up to date\n$/);
    expect(status).toBe(0);
  });
});
