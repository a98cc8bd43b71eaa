import { stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { SourceText } from "@tinsmith/smithy";
import { readPackageSources } from "@tinsmith/smithy/node";

/** `@acme/common-model`, and nothing that leads elsewhere. */
const packageName = /^(?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*$/;

/**
 * The models of an installed npm package, by its name: those that the field `smithy` of its `package.json` names.
 * Nothing where no package of that name is installed.
 */
export async function readInstalled(
  name: string,
  configPath: string,
): Promise<readonly SourceText[] | "no model" | undefined> {
  const folder = packageName.test(name) ? await packageFolder(name, configPath) : undefined;
  if (folder === undefined) return undefined;
  const sources = await readPackageSources(folder).catch(() => []);
  return sources.length === 0 ? "no model" : sources;
}

/** Where Node finds a package from a file. */
async function packageFolder(name: string, from: string): Promise<string | undefined> {
  for (const modules of createRequire(from).resolve.paths(name) ?? []) {
    const folder = join(modules, name);
    const found = await stat(join(folder, "package.json")).catch(() => undefined);
    if (found?.isFile()) return folder;
  }
  return undefined;
}
