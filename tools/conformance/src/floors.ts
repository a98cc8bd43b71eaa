import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Score } from "./corpus.js";

const path = fileURLToPath(new URL("../floors.json", import.meta.url));

/** The number of passing cases of each corpus when the file was last raised. */
export type Floors = Readonly<Record<string, number>>;

export function readFloors(): Floors {
  const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (typeof parsed !== "object" || parsed === null)
    throw new Error("floors.json must contain an object.");
  return Object.fromEntries(Object.entries(parsed).map(([name, floor]) => [name, Number(floor)]));
}

/**
 * Raises each floor to the current score. Floors are never lowered automatically; to lower one,
 * edit the file.
 */
export function raiseFloors(scores: readonly Score[]): void {
  const floors: Record<string, number> = { ...readFloors() };
  for (const { corpus, passed } of scores) floors[corpus] = Math.max(passed, floors[corpus] ?? 0);
  const entries = Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`);
}

/** Returns the scores that are below their floor. */
export function belowFloor(scores: readonly Score[], floors: Floors): readonly Score[] {
  return scores.filter(({ corpus, passed }) => passed < (floors[corpus] ?? 0));
}
