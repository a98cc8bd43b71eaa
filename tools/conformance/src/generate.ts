import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "@tinsmith/codegen";
import { formatDiagnostics } from "@tinsmith/smithy";

/**
 * The folder for generated packages. It is inside this package, so that their imports resolve.
 * Version control, linters and formatters ignore it.
 */
export const scratchFolder = fileURLToPath(new URL("../dist/scratch", import.meta.url));

export interface GenerateOptions {
  /**
   * The name of the output folder in the scratch folder. Previous content of this folder is
   * removed.
   */
  readonly name: string;
  /** Model files and folders, absolute. */
  readonly sources: readonly string[];
  /** Additional model files in the output folder: texts by name. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Targets by name, each with the name of its package. */
  readonly packages: Readonly<Record<string, string>>;
  /** Options of targets, by name. */
  readonly options?: Readonly<Record<string, object>>;
}

/**
 * Generates packages into `<scratch>/<name>/<target>` and returns the folder `<scratch>/<name>`.
 * Throws on any error.
 */
export async function generate({
  name,
  sources,
  texts = {},
  packages,
  options = {},
}: GenerateOptions): Promise<string> {
  const folder = join(scratchFolder, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const plugins = Object.fromEntries(
    Object.entries(packages).map(([target, npmName]) => [
      target,
      { ...options[target], package: npmName, output: target },
    ]),
  );
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, file), text);
  const all = [...sources, ...Object.keys(texts), writeSuppressions(folder)];
  const configPath = join(folder, "smithy-build.json");
  writeFileSync(
    configPath,
    JSON.stringify({ version: "1.0", sources: all, plugins }, undefined, 2),
  );
  const { ok, diagnostics } = await build({ configPath });
  if (!ok) {
    const errors = diagnostics.filter(
      ({ severity }) => severity === "ERROR" || severity === "DANGER",
    );
    throw new Error(formatDiagnostics(errors.slice(0, 3), { color: false }));
  }
  return folder;
}

/**
 * Writes a file that suppresses events of severity DANGER in models of tests, because such events
 * would fail a build. Returns the path of the file.
 */
export function writeSuppressions(folder: string): string {
  const ids = ["RuleSetAuthSchemes", "RuleSetParameter.TestCase.Unused"];
  const suppressions = ids.map((id) => ({ id, namespace: "*" }));
  const path = join(folder, "suppressions.json");
  const model = { smithy: "2.0", metadata: { suppressions } };
  writeFileSync(path, JSON.stringify(model));
  return path;
}
