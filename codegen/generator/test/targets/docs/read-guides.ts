import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("../../../../../model/guides/", import.meta.url);

/** Reads the guides of `model/`, by their paths relative to the configuration. */
export function readGuides(): ReadonlyMap<string, string> {
  const names = readdirSync(fileURLToPath(folder)).sort();
  return new Map(
    names.map((name) => [`guides/${name}`, readFileSync(new URL(name, folder), "utf8")]),
  );
}
