import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A package that an earlier version generated. */
export interface KeptPackage {
  readonly name: string;
  readonly folder: string;
}

/** The folder of packages that use version 1 of the runtimes' entries for generated code. */
const keptFolder = fileURLToPath(new URL("../generated-v1", import.meta.url));

/** Lists the kept packages, sorted by name. */
export function keptPackages(): readonly KeptPackage[] {
  return foldersIn(keptFolder)
    .flatMap((service) =>
      foldersIn(join(keptFolder, service)).map((target) => ({
        name: `@generated-v1/${service}-${target}`,
        folder: join(keptFolder, service, target),
      })),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Returns the source files of the kept packages by specifier. Module resolution needs them, because
 * the packages are not installed.
 */
export function keptPaths(): Readonly<Record<string, string>> {
  const paths = keptPackages().flatMap(({ name, folder }) => {
    const source = join(folder, "src");
    if (!existsSync(source)) return [];
    return readdirSync(source)
      .filter((file) => file.endsWith(".ts") && file !== "bin.ts")
      .map((file): [string, string] => [specifierOf(name, file), join(source, file)]);
  });
  return Object.fromEntries(paths);
}

function specifierOf(name: string, file: string): string {
  return file === "index.ts" ? name : `${name}/${file.slice(0, -".ts".length)}`;
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
