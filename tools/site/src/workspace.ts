import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this package. The path is the same from its sources and from its built files. */
export const packageFolder = fileURLToPath(new URL("..", import.meta.url));

export const workspaceRoot = join(packageFolder, "../..");

/** The folder of the rendered site. */
export const siteFolder = join(packageFolder, "dist/site");

/** A published package of Tinsmith. */
export interface PublishedPackage {
  readonly folder: string;
  readonly name: string;
  readonly description: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Returns the published packages, the language first, then the generator and the runtimes. */
export function publishedPackages(): readonly PublishedPackage[] {
  const first = ["codegen/smithy", "codegen/service", "codegen/generator", "codegen/cli"];
  const runtimes = readdirSync(join(workspaceRoot, "packages/runtime"))
    .sort()
    .map((name) => `packages/runtime/${name}`);
  return [...first, ...runtimes].flatMap((path) => {
    const folder = join(workspaceRoot, path);
    const manifest = join(folder, "package.json");
    if (!existsSync(manifest)) return [];
    const { private: isPrivate, ...fields } = JSON.parse(readFileSync(manifest, "utf8")) as Omit<
      PublishedPackage,
      "folder"
    > & { readonly private?: boolean };
    return isPrivate === true ? [] : [{ ...fields, folder }];
  });
}
