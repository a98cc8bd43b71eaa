import type { Diagnostic } from "@tinsmith/smithy";
import { planChanges } from "../output/changes.js";
import type { Change } from "../output/changes.js";
import { manifestName, writeManifest } from "../output/manifest.js";
import type { Manifest } from "../output/manifest.js";
import { collidingPaths, noOwnedFields, pathProblem } from "../output/output-tree.js";
import type { OutputFile, OutputTree } from "../output/output-tree.js";
import type { BuildCache } from "../project/build-cache.js";
import { messages } from "../project/build-messages.js";
import { formatOnce } from "./print-package.js";

export type FilesResult =
  | { readonly changes: readonly Change[]; readonly files: number }
  | { readonly diagnostics: readonly Diagnostic[] };

/** Compares the complete files of a plugin's folder with the disk. */
export async function planFiles(
  key: string,
  output: string,
  files: readonly OutputFile[],
  cache: BuildCache,
): Promise<FilesResult> {
  const problems = pathProblems(
    key,
    files.map(({ path }) => path),
  );
  if (problems.length > 0) return { diagnostics: problems };
  const changes = planChanges({
    root: output,
    folder: ".",
    files,
    tests: [],
    starters: [],
    kept: [],
    manifest: (
      await formatManifest({ files, tests: [] }, { owned: noOwnedFields, scaffolded: [] }, cache)
    )?.[1],
  });
  return { changes, files: files.length };
}

/** The text of a manifest, and that text formatted. */
export type FormattedManifest = readonly [text: string, formatted: string];

/** Returns the manifest of files, or nothing if there are none. */
export async function formatManifest(
  { files, tests }: Pick<OutputTree, "files" | "tests">,
  facts: Pick<Manifest, "owned" | "scaffolded">,
  cache: BuildCache,
): Promise<FormattedManifest | undefined> {
  if (files.length === 0) return undefined;
  const paths = (list: readonly OutputFile[]) => list.map((file) => file.path);
  const text = writeManifest({ files: paths(files), tests: paths(tests), ...facts });
  return [text, (await formatOnce(manifestName, text, cache)).result];
}

/** Reports paths that a target may not write, or that are the same path on some file systems. */
export function pathProblems(target: string, paths: readonly string[]): readonly Diagnostic[] {
  const bad = paths.flatMap((path) => {
    const problem = path === manifestName ? "is reserved for the manifest" : pathProblem(path);
    return problem === undefined ? [] : messages.badPath(target, path, problem, {});
  });
  const colliding = collidingPaths(paths);
  return colliding === undefined ? bad : [...bad, messages.collidingPaths(target, colliding, {})];
}
