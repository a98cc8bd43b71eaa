import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The packages that decide what a build writes. */
const packages = ["@tinsmith/codegen", "@tinsmith/service", "@tinsmith/smithy"];

/**
 * Identifies the generator that this process runs, for results that last between builds: the
 * manifests of its packages, which name their versions and dependencies, and the size and time of
 * each built file, because a workspace that builds them has always the same version.
 */
export function generatorIdentity(): string {
  const hash = createHash("sha256");
  for (const name of packages) {
    const folder = dirname(fileURLToPath(import.meta.resolve(name)));
    hash.update(readFileSync(join(folder, "../package.json")));
    for (const file of readdirSync(folder).sort()) {
      const { size, mtimeMs } = statSync(join(folder, file));
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}
