import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Options } from "tsup";

type EsbuildPlugin = NonNullable<Options["esbuildPlugins"]>[number];

/** Titles of packages by the text of their licence, which most of them share. */
const licenses = new Map<string, Set<string>>();

/**
 * Writes the licences of all packages whose code the build carries along to `dist/THIRD-PARTY-LICENSES.txt`. Each of
 * several builds adds its own.
 */
export const bundledLicenses: EsbuildPlugin = {
  name: "bundled-licenses",
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd(({ metafile }) => {
      for (const input of Object.keys(metafile?.inputs ?? {})) {
        const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
        if (folder !== undefined) note(folder);
      }
      const blocks = [...licenses].map(
        ([text, titles]) => `${[...titles].sort().join("\n")}\n\n${text}\n`,
      );
      mkdirSync("dist", { recursive: true });
      writeFileSync(
        "dist/THIRD-PARTY-LICENSES.txt",
        ["This package carries code of the following packages.\n", ...blocks.sort()].join(
          `\n${"=".repeat(80)}\n\n`,
        ),
      );
    });
  },
};

const note = (folder: string): void => {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return;
  const { name, version, license } = JSON.parse(readFileSync(manifest, "utf8"));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice)/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  // Copies of a licence differ in their white space only.
  const text = texts.join("\n\n").replaceAll(/[ \t]*\r?\n/g, "\n") || `Licensed under ${license}.`;
  const titles = licenses.get(text) ?? new Set<string>();
  licenses.set(text, titles.add(`${name} ${version} (${license})`));
};
