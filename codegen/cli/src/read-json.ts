import { readFileSync } from "node:fs";

/**
 * Reads a JSON file. A byte order mark is ignored, because editors of Windows write one.
 *
 * @param shown - the path as messages name it
 * @throws Error that names a file that is not JSON; the error of `node:fs` if it cannot be read
 */
export function readJson(path: string, shown: string): unknown {
  const text = readFileSync(path, "utf8");
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${shown} is not valid JSON: ${reason}`, { cause: error });
  }
}
