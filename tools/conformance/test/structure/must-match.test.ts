import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { mustMatch } from "../../../../tsup.plugins.js";
import type { EsbuildPlugin } from "../../../../tsup.plugins.js";

function bundle(contents: string, setup: EsbuildPlugin["setup"]): Promise<unknown> {
  return build({
    stdin: { contents },
    bundle: true,
    write: false,
    platform: "node",
    logLevel: "silent",
    plugins: [mustMatch({ name: "replace-internal", setup })],
  });
}

describe("mustMatch", () => {
  it("accepts a build whose plugin replaces its target", async () => {
    const built = bundle(`import { value } from "./internal"; console.log(value);`, (esbuild) => {
      esbuild.onResolve({ filter: /^\.\/internal$/ }, ({ path }) => ({ path, namespace: "stub" }));
      esbuild.onLoad({ filter: /.*/, namespace: "stub" }, () => ({
        contents: "export const value = 1;",
      }));
    });
    await expect(built).resolves.toBeDefined();
  });

  it("fails a build whose plugin has a pattern without a match", async () => {
    const built = bundle("console.log(1);", (esbuild) =>
      esbuild.onResolve({ filter: /^\.\/moved$/ }, () => ({ external: true })),
    );
    await expect(built).rejects.toThrow(
      'Plugin "replace-internal" replaces nothing: no import matches /^\\.\\/moved$/.',
    );
  });

  it("fails a build whose plugin matches imports but changes none", async () => {
    const built = bundle(`import "node:fs";`, (esbuild) =>
      esbuild.onResolve({ filter: /^node:fs$/ }, () => undefined),
    );
    await expect(built).rejects.toThrow('Plugin "replace-internal" replaces nothing');
  });
});
