import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Plugin } from "esbuild";

interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly texts: readonly string[];
}

/** Writes the licences of all packages that a build bundles into one file beside it. */
export const collectLicenses = (file: string): Plugin => ({
  name: "collect-licenses",
  setup({ initialOptions, onEnd }) {
    initialOptions.metafile = true;
    onEnd(async ({ metafile }) => {
      const roots = new Set<string>();
      for (const input of Object.keys(metafile?.inputs ?? {})) {
        const root = input.includes("node_modules/") ? packageRoot(resolve(input)) : undefined;
        if (root !== undefined) roots.add(root);
      }
      const bundled = await Promise.all([...roots].map(readPackage));
      bundled.sort((a, b) => (a.name < b.name ? -1 : 1));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(
        file,
        `This package contains parts of the following.\n${bundled.map(print).join("")}`,
      );
    });
  },
});

/** The folder of the package that a file belongs to: the one below the nearest `node_modules`. */
function packageRoot(file: string): string | undefined {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const above = dirname(folder);
    const isRoot = above.endsWith("node_modules") || /node_modules[\\/]@[^\\/]+$/.test(above);
    if (isRoot && existsSync(join(folder, "package.json"))) return folder;
  }
  return undefined;
}

async function readPackage(root: string): Promise<Bundled> {
  const manifest: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const field = (name: string): string => {
    const value =
      typeof manifest === "object" && manifest !== null ? Reflect.get(manifest, name) : "";
    return typeof value === "string" ? value : "";
  };
  const files = (await readdir(root)).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name));
  const texts = await Promise.all(files.sort().map((name) => readFile(join(root, name), "utf8")));
  return { name: field("name"), version: field("version"), license: field("license"), texts };
}

function print({ name, version, license, texts }: Bundled): string {
  const body = texts.map((text) => `\n${text.replaceAll("\r\n", "\n").trim()}\n`).join("");
  return `\n${"-".repeat(80)}\n${name} ${version} (${license})\n${body}`;
}
