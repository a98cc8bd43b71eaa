import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SourceText } from "@tinsmith/smithy";
import { readPackageSources, readSources } from "@tinsmith/smithy/node";

/** Returns whether a text can be the name of an npm package: `weather`, `@acme/weather`. */
export const isPackageName = (text: string): boolean =>
  text.length <= 214 && /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(text);

/** Finds the folder of an installed package, as Node does: in `node_modules` here or above. */
export function findPackage(name: string, cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Reads the model of a package: its sources, or the JSON AST if it comes without them.
 *
 * @throws Error if the package has no model
 */
export async function readPackageModel(
  name: string,
  folder: string,
): Promise<readonly SourceText[]> {
  const sources = await readPackageSources(folder);
  if (sources.length > 0) return sources;
  const content: unknown = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const ast = astOf(content);
  if (ast === undefined) {
    throw new Error(
      `The package ${name} has no model: its package.json lists no "sources" and no "ast" in "smithy"`,
    );
  }
  return readSources([join(folder, ast)]);
}

function astOf(content: unknown): string | undefined {
  const { smithy } = content as { readonly smithy?: { readonly ast?: unknown } };
  return typeof smithy?.ast === "string" ? smithy.ast : undefined;
}
