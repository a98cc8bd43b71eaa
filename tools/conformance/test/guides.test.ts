import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { workspaceRoot } from "../src/workspace.js";

const run = promisify(execFile);
const manifest = createRequire(import.meta.url).resolve("tinsmith/package.json");

describe("the programs in the guides of the Metering service", () => {
  it("compile, and run against its mock server", async () => {
    const program = join(dirname(manifest), "dist/bin.js");
    const { stdout, stderr } = await run(process.execPath, [program, "verify", "model"], {
      cwd: workspaceRoot,
    });
    expect(stdout).toBe("");
    // The types of jest are not installed. The programs for other test frameworks have the same
    // lines.
    expect(stderr).toMatch(
      /^skipped model\/guides\/2-testing.md:\d+: @jest\/globals is not installed\n\d+ programs compiled, \d+ run\n$/,
    );
    const [, compiled, started] = /(\d+) programs compiled, (\d+) run/.exec(stderr) ?? [];
    expect(Number(compiled)).toBeGreaterThanOrEqual(11);
    expect(Number(started)).toBeGreaterThanOrEqual(9);
  }, 120_000);
});
