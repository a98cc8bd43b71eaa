import type { SourceText } from "@tinsmith/smithy";
import { readPackageSources } from "@tinsmith/smithy/node";
import { packageFolder } from "./resolve-module.js";

/**
 * Reads the models of an installed npm package. The field `smithy` of its `package.json` lists
 * them. Returns `undefined` if the package is not installed.
 */
export async function readInstalled(
  name: string,
  configPath: string,
): Promise<readonly SourceText[] | "no model" | undefined> {
  const folder = await packageFolder(name, configPath);
  if (folder === undefined) return undefined;
  const sources = await readPackageSources(folder).catch(() => []);
  return sources.length === 0 ? "no model" : sources;
}
