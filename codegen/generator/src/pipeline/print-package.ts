import type { GeneratedFile, GeneratedPackage } from "../generator.js";
import type { OutputFile } from "../output/output-tree.js";
import { assembleFile, formatText } from "../print/print-file.js";
import manifest from "../../package.json" with { type: "json" };
import { hashOf } from "../project/build-cache.js";
import type { BuildCache } from "../project/build-cache.js";

const { version } = manifest;

export interface PrintedPackage {
  readonly files: readonly OutputFile[];
  readonly tests: readonly OutputFile[];
  readonly rootFiles: readonly OutputFile[];
  /** True if all files came from the cache. */
  readonly cached: boolean;
}

/** Formats a text, unless the previous run did. */
export const formatOnce = (path: string, text: string, cache: BuildCache) =>
  cache.texts.get(hashOf(path, text), () => formatText(path, text));

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
  const print = async (file: GeneratedFile): Promise<OutputFile> => {
    if ("bytes" in file) return { path: file.path, content: file.bytes };
    const text =
      "code" in file ? assembleFile(file.path, file.code, { source, version }) : file.text;
    const printed = await formatOnce(file.path, text, cache);
    cached &&= printed.cached;
    return { path: file.path, content: printed.result };
  };
  const [files, tests, rootFiles] = await Promise.all([
    Promise.all(generated.files.map(print)),
    Promise.all((generated.tests ?? []).map(print)),
    Promise.all((generated.rootFiles ?? []).map(print)),
  ]);
  return { files, tests, rootFiles, cached };
}
