import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workspaceRoot } from "../src/workspace.js";

const { scripts }: { readonly scripts: { readonly test: string } } = JSON.parse(
  readFileSync(join(workspaceRoot, "package.json"), "utf8"),
);

describe("the order of the checks", () => {
  it("lets pnpm test verify generated code before anything regenerates it", () => {
    const [first = ""] = scripts.test.split(" && ");
    const [command, ...options] = first.split(" ");
    expect(command).toBe("turbo");
    const turbo = join(workspaceRoot, "node_modules/.bin/turbo");
    const plan = execFileSync(turbo, [...options, "--dry=json"], {
      cwd: workspaceRoot,
      encoding: "utf8",
    });
    const { tasks }: { readonly tasks: readonly { readonly taskId: string }[] } = JSON.parse(plan);
    const ids = tasks.map(({ taskId }) => taskId);
    expect(ids).toContain("@marketplace-metering/model#check");
    expect(ids).not.toContain("@marketplace-metering/model#generate");
  });
});
