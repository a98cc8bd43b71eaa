import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { SourceText } from "@tinsmith/smithy";

import { displayPath } from "./display-path.js";
import { parseGitRevision, readGitRevision } from "./git-revision.js";
import { findPackage, isPackageName, readPackageModel } from "./installed-package.js";
import { readPaths } from "./load-paths.js";
import type { Terminal } from "./terminal.js";

/**
 * Reads the model that a user names: a file or folder, a file or folder in a git revision
 * (`HEAD~1:model`), or an installed npm package. An existing path takes precedence.
 *
 * @throws Error that names what cannot be found or read, or contains no model
 */
export async function readModelReference(
  reference: string,
  terminal: Terminal,
): Promise<readonly SourceText[]> {
  const { cwd } = terminal;
  if (existsSync(resolve(cwd, reference))) return readPaths([reference], terminal);
  const revision = parseGitRevision(reference);
  if (revision !== undefined) return required(await readGitRevision(revision, cwd), reference);
  const folder = isPackageName(reference) ? findPackage(reference, cwd) : undefined;
  if (folder !== undefined) {
    const sources = await readPackageModel(reference, folder);
    return required(
      sources.map(({ path, text }) => ({ path: displayPath(cwd, path), text })),
      reference,
    );
  }
  throw new Error(
    `Model not found: ${reference}. Expected a file or folder, an installed npm package, or a git revision such as HEAD~1:model`,
  );
}

function required(sources: readonly SourceText[], reference: string): readonly SourceText[] {
  if (sources.length > 0) return sources;
  throw new Error(`No model in ${reference}: no .smithy file and no JSON AST`);
}
