import { access } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { run } from "../src/program.js";
import { recordingTerminal, smallProject, workspace } from "./workspace.js";

async function tinsmith(root: string, ...argv: readonly string[]) {
  const { terminal, written } = recordingTerminal(root);
  const code = await run(argv, terminal);
  return { code, ...written };
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const config = (plugins: object): string =>
  JSON.stringify({ version: "1.0", sources: ["main.smithy"], plugins });

describe("building an untrusted project", () => {
  it.each([["build"], ["validate"]])(
    "does not load modules of the configuration with --no-run: tinsmith %s",
    async (command) => {
      await using place = await workspace({
        ...smallProject,
        "theirs.cjs": `require("node:fs").writeFileSync(__dirname + "/ran", "");`,
        "smithy-build.json": config({ "./theirs.cjs": {} }),
      });
      const careful = await tinsmith(place.root, command, "--no-run");
      expect(careful.out + careful.err).toContain('"./theirs.cjs" is skipped');
      expect(careful.code).toBe(0);
      expect(await exists(join(place.root, "ran"))).toBe(false);
      await tinsmith(place.root, command);
      expect(await exists(join(place.root, "ran"))).toBe(true);
    },
  );

  it("does not start programs with --no-run", async () => {
    const write = "require('node:fs').writeFileSync(process.env.RAN, '')";
    await using place = await workspace({
      ...smallProject,
      "smithy-build.json": config({
        "run::theirs": { command: [process.execPath, "-e", write], env: { RAN: "${RAN}" } },
      }),
    });
    process.env["RAN"] = join(place.root, "ran");
    const careful = await tinsmith(place.root, "build", "--no-run");
    expect(careful.err).toContain('"run::theirs" is skipped');
    expect(await exists(join(place.root, "ran"))).toBe(false);
    await tinsmith(place.root, "build");
    expect(await exists(join(place.root, "ran"))).toBe(true);
    delete process.env["RAN"];
  });

  it("does not write outside of the workspace without --allow-outside", async () => {
    await using place = await workspace({
      "theirs/pnpm-workspace.yaml": "packages: []\n",
      "theirs/main.smithy": smallProject["main.smithy"],
      "theirs/smithy-build.json": config({
        types: { package: "@example/types", output: "../types" },
      }),
    });
    const refused = await tinsmith(place.root, "build", "theirs");
    expect(refused.err).toContain("outside of the workspace");
    expect(refused.code).toBe(1);
    expect(await exists(join(place.root, "types"))).toBe(false);
    expect((await tinsmith(place.root, "build", "theirs", "--allow-outside")).code).toBe(0);
    expect(await exists(join(place.root, "types/package.json"))).toBe(true);
  });
});
