import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe } from "vitest";
import { eventMessage } from "../../src/index.js";
import type { LoadResult } from "../../src/index.js";

/** The folder of the corpora. It is not part of the repository. */
export const corporaFolder = resolve(import.meta.dirname, "../../../../../shared/corpora");

/** Defines the tests of a corpus, or skips them with a message if the corpus is absent. */
export function describeCorpus(folder: string, tests: (folder: string) => void): void {
  const path = join(corporaFolder, folder);
  const present = existsSync(path);
  if (!present) console.info(`Skipped: the corpus ${folder} is missing (${path}).`);
  describe.skipIf(!present)(`the corpus ${folder}`, () => {
    if (present) tests(path);
  });
}

/** Returns the files below a folder with an extension, sorted and relative to the folder. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

export const readSource = (path: string) => ({ path, text: readFileSync(path, "utf8") });

/** Formats events one per line, like the reference implementation. */
export const eventLines = ({ diagnostics }: LoadResult): readonly string[] =>
  diagnostics.map(
    (diagnostic) =>
      `[${diagnostic.severity}] ${diagnostic.shapeId ?? "-"}: ${eventMessage(diagnostic)} | ${diagnostic.code}`,
  );

/** Formats only the errors, one per line. */
export const errorsOf = (result: LoadResult): readonly string[] =>
  eventLines(result).filter((line) => line.startsWith("[ERROR]"));
