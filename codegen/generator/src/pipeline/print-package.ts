import type { GeneratedFile, GeneratedPackage } from "../generator.js";
import type { OutputFile } from "../output/output-tree.js";
import { assembleFile, formatText } from "../print/print-file.js";
import manifest from "../../package.json" with { type: "json" };
import { hashOf } from "../project/build-cache.js";
import type { BuildCache } from "../project/build-cache.js";

const { version } = manifest;
/** A printed file. `source` is the hash of its text before it was formatted. */
export interface PrintedFile extends OutputFile {
  readonly source?: string;
}

export interface PrintedPackage {
  readonly files: readonly PrintedFile[];
  readonly tests: readonly PrintedFile[];
  readonly rootFiles: readonly PrintedFile[];
  /** True if all files came from the cache. */
  readonly cached: boolean;
}

/** Formats a text, unless the previous run did. */
export async function formatOnce(path: string, text: string, cache: BuildCache) {
  const source = hashOf(path, text);
  return { ...(await cache.texts.get(source, () => formatText(path, text))), source };
}

/**
 * Prints every file of a package.
 *
 * @throws Error if a file of code does not parse
 */
export async function printPackage(
  generated: GeneratedPackage,
  source: string,
  cache: BuildCache,
): Promise<PrintedPackage> {
  let cached = true;
  const print = async (file: GeneratedFile): Promise<PrintedFile> => {
    if ("bytes" in file) return { path: file.path, content: file.bytes };
    const text =
      "code" in file ? assembleFile(file.path, file.code, { source, version }) : file.text;
    const printed = await formatOnce(file.path, text, cache);
    cached &&= printed.cached;
    return { path: file.path, content: printed.result, source: printed.source };
  };
  const [files, tests, rootFiles] = await Promise.all([
    Promise.all(generated.files.map(print)),
    Promise.all((generated.tests ?? []).map(print)),
    Promise.all((generated.rootFiles ?? []).map(print)),
  ]);
  return { files, tests, rootFiles, cached };
}
