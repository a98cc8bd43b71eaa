import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { join } from "node:path";
import { findRanges } from "../../src/package/dependency-ranges.js";
import { createWorkbench } from "../workbench.js";
import type { Workbench } from "../workbench.js";

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
});
afterEach(() => bench.remove());

const ranges = { "@tinsmith/protocols": "^1.2.0" };

const find = async (names: readonly string[], siblings: readonly string[] = []) =>
  Object.fromEntries(
    await findRanges(names, join(bench.root, "packages/new/deep"), ranges, new Set(siblings)),
  );

const member = { "packages/local/package.json": { name: "local", version: "1.2.3" } };

describe("the range of a dependency", () => {
  it("is workspace:^ in a pnpm workspace, both for existing packages and for packages of this run", async () => {
    await bench.write({
      ...member,
      "package.json": { name: "root", private: true },
      "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
    });
    expect(await find(["local", "sibling", "@smithy/types"], ["sibling"])).toEqual({
      local: "workspace:^",
      sibling: "workspace:^",
      "@smithy/types": expect.stringMatching(/^\^4\./),
    });
  });

  it("is the version of the package in an npm workspace", async () => {
    await bench.write({
      ...member,
      "package.json": { name: "root", private: true, workspaces: ["packages/*"] },
      "package-lock.json": {},
    });
    expect(await find(["local", "sibling"], ["sibling"])).toEqual({
      local: "^1.2.3",
      sibling: "^0.0.0",
    });
  });

  it("is the range of the release outside of a workspace", async () => {
    expect(await find(["@tinsmith/protocols", "typescript"])).toEqual({
      "@tinsmith/protocols": "^1.2.0",
      typescript: expect.stringMatching(/^~5\./),
    });
  });

  it("allows any version if neither the caller nor the generator states a range", async () => {
    expect(await find(["@tinsmith/validation"])).toEqual({ "@tinsmith/validation": "*" });
  });
});
