import { posix } from "node:path";
import type { SourceUnit } from "./source-units.js";

/** Lists the files beside a folder of the same name: `src/state.ts` beside `src/state/`. */
export function filesNamedLikeFolders(units: readonly SourceUnit[]): readonly string[] {
  const folders = new Set(units.map(({ path }) => posix.dirname(path)));
  return units
    .map(({ path }) => path)
    .filter((path) => folders.has(path.replace(/\.[cm]?ts$/, "")));
}
