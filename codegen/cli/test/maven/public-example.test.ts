import { cp, mkdtemp, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";

import { build } from "../../src/commands/build.js";
import { recordingTerminal } from "../workspace.js";

const { SMITHY_EXAMPLES = "", SMITHY_MAVEN_REPOS } = process.env;
const example = join(SMITHY_EXAMPLES, "conversion-examples/smithy-to-openapi");
const reason =
  SMITHY_EXAMPLES === "" || !existsSync(example)
    ? "SMITHY_EXAMPLES is not a checkout of smithy-lang/smithy-examples"
    : SMITHY_MAVEN_REPOS === undefined
      ? "SMITHY_MAVEN_REPOS is not set, so no repository can be asked"
      : undefined;
if (reason !== undefined) console.log(`Skipped: a public example with Maven: ${reason}.`);

describe.skipIf(reason !== undefined)("an unchanged public example", () => {
  it("builds with its Maven dependencies", { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "tinsmith-example-"));
    try {
      vi.stubEnv("SMITHY_MAVEN_CACHE", join(folder, "m2"));
      await cp(example, folder, { recursive: true });
      const { terminal, written } = recordingTerminal(folder);
      const code = await build(folder, {}, terminal);
      expect({ code, ...written }).toMatchObject({ code: 0 });
      expect(written.err).toContain("Only the models of Maven dependencies are read");
      expect(written.err).toContain('The plugin "openapi" is skipped because it needs Java');
    } finally {
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
