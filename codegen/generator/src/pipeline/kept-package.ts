import type { DiskEntry } from "../cache/disk-cache.js";
import type { GeneratedPackage } from "../generator.js";
import { manifestName } from "../output/manifest.js";
import { toBytes } from "../output/output-tree.js";
import type { OutputFile } from "../output/output-tree.js";
import { hashOf } from "../project/build-cache.js";
import type { BuildCache } from "../project/build-cache.js";
import type { PrintedFile, PrintedPackage } from "./print-package.js";

/** A printed package, and what its output needs besides the files. */
export interface PrintedTarget {
  readonly generated: Pick<GeneratedPackage, "folder" | "package" | "warnings">;
  readonly printed: PrintedPackage;
}

interface KeptFile {
  readonly path: string;
  readonly start: number;
  readonly length: number;
  readonly source?: string | undefined;
}

interface KeptPackage {
  readonly generated: PrintedTarget["generated"];
  readonly files: readonly KeptFile[];
  readonly tests: readonly KeptFile[];
  readonly rootFiles: readonly KeptFile[];
  /** The manifest before and after it was formatted. */
  readonly manifest?: readonly [text: string, formatted: string] | undefined;
}

/** Returns the entry that keeps a printed package. */
export function keepPackage(
  key: string,
  { generated, printed }: PrintedTarget,
  manifest: KeptPackage["manifest"],
): DiskEntry {
  const parts: Uint8Array[] = [];
  let start = 0;
  const keep = (file: PrintedFile): KeptFile => {
    const bytes = toBytes(file);
    const kept = { path: file.path, start, length: bytes.length, source: file.source };
    parts.push(bytes);
    start += bytes.length;
    return kept;
  };
  const value: KeptPackage = {
    generated,
    files: printed.files.map(keep),
    tests: printed.tests.map(keep),
    rootFiles: printed.rootFiles.map(keep),
    manifest,
  };
  return { key, value, bytes: Buffer.concat(parts) };
}

/** Returns a kept package. */
export function restorePackage({ value, bytes }: DiskEntry, cache: BuildCache): PrintedTarget {
  // Written by `keepPackage`; the checksum of the entry holds.
  const { generated, files, tests, rootFiles, manifest } = value as KeptPackage;
  seedManifest(manifest, cache);
  const restore = ({ path, start, length }: KeptFile): OutputFile => ({
    path,
    content: bytes.subarray(start, start + length),
  });
  return {
    generated,
    printed: {
      files: files.map(restore),
      tests: tests.map(restore),
      rootFiles: rootFiles.map(restore),
      cached: true,
    },
  };
}

/** Lets a run reuse the formatted texts of a package whose model or options changed. */
export function seedTexts({ value, bytes }: DiskEntry, cache: BuildCache): void {
  const { files, tests, rootFiles, manifest } = value as KeptPackage;
  seedManifest(manifest, cache);
  for (const { source, start, length } of [...files, ...tests, ...rootFiles]) {
    if (source !== undefined) {
      cache.texts.seed(source, bytes.toString("utf8", start, start + length));
    }
  }
}

function seedManifest(manifest: KeptPackage["manifest"], { texts }: BuildCache): void {
  if (manifest === undefined) return;
  const [text, formatted] = manifest;
  texts.seed(hashOf(manifestName, text), formatted);
}
