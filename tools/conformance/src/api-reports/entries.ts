import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkspacePackage } from "../workspace.js";

/** Entries of a package that have the same declarations. */
export interface DeclaredEntry {
  /** The file of the declarations, absolute. */
  readonly declarations: string;
  /** The keys in `exports` of the package, public entries first. */
  readonly subpaths: readonly string[];
}

/**
 * Matches an entry for generated code. An incompatible change of such an entry requires a new
 * version next to it.
 */
const forGeneratedCode = /^\.\/generated\/v\d+(?:\/|$)/;

/**
 * Lists the entries of a built package that have declarations, one for each file of declarations.
 *
 * @throws Error if the package is not built
 */
export function declaredEntries({ folder, manifest }: WorkspacePackage): readonly DeclaredEntry[] {
  const byFile = new Map<string, string[]>();
  for (const [subpath, target] of Object.entries(manifest.exports ?? {})) {
    const types = typesOf(target);
    if (types === undefined) continue;
    const file = followReExport(join(folder, types));
    byFile.set(file, [...(byFile.get(file) ?? []), subpath]);
  }
  return [...byFile].map(([declarations, subpaths]) => ({
    declarations,
    subpaths: [...subpaths].sort(
      (a, b) => Number(isForGeneratedCode(a)) - Number(isForGeneratedCode(b)),
    ),
  }));
}

/** Returns true if an entry is for generated code, not for people. */
export function isForGeneratedCode(subpath: string): boolean {
  return forGeneratedCode.test(subpath);
}

function typesOf(target: unknown): string | undefined {
  if (typeof target !== "object" || target === null) return undefined;
  if ("import" in target) return typesOf(target.import);
  return "types" in target && typeof target.types === "string" ? target.types : undefined;
}

/**
 * Follows the declarations of an ES module that only re-export those of CommonJS: `export * from
 * "./index.cjs"`.
 */
function followReExport(file: string): string {
  if (!existsSync(file)) throw new Error(`${file} is missing. Run \`pnpm build\` first.`);
  const target = /^export \* from "(\.[^"]+)\.cjs";\s*$/.exec(readFileSync(file, "utf8"))?.[1];
  return target === undefined ? file : join(file, "..", `${target}.d.cts`);
}
