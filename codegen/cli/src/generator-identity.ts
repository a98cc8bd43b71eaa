import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The packages that, with their dependencies in this project, determine what a build writes. */
const packages = ["@tinsmith/codegen", "@tinsmith/recorder"];

/**
 * Identifies the generator that this process runs, for results that last between builds. The
 * identity consists of the manifests of its packages, and of the size and time of each built file.
 * The manifests alone do not suffice: in a workspace that develops the packages, their versions
 * stay the same.
 */
export function generatorIdentity(): string {
  const hash = createHash("sha256");
  const seen = new Set<string>();
  const add = (name: string, from: string): void => {
    const path = createRequire(from).resolve(`${name}/package.json`);
    if (seen.has(path)) return;
    seen.add(path);
    const text = readFileSync(path, "utf8");
    hash.update(text);
    const built = join(dirname(path), "dist");
    for (const file of readdirSync(built).sort()) {
      const { size, mtimeMs } = statSync(join(built, file));
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
    const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(text);
    for (const other of Object.keys(dependencies)) {
      if (other.startsWith("@tinsmith/")) add(other, path);
    }
  };
  for (const name of packages) add(name, import.meta.url);
  return hash.digest("hex");
}
