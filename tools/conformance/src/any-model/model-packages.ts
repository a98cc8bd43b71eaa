import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "@tinsmith/codegen";
import type { BuildResult } from "@tinsmith/codegen";
import { formatDiagnostics } from "@tinsmith/smithy";
import { scratchFolder } from "../generate.js";
import type { ListedModel } from "./list-models.js";

/** The packages that are generated from a model. */
export interface ModelPackages {
  readonly folder: string;
  /** The generated targets. Targets without a protocol are skipped. */
  readonly targets: readonly string[];
  /** Entries of the packages by specifier, as paths of source files. */
  readonly paths: Readonly<Record<string, string>>;
}

/** The folder of all models. */
const modelsFolder = join(scratchFolder, "any-model");

const allTargets = ["types", "client", "mock-server", "docs", "model", "protocol-tests"];

/**
 * Generates every target of a model.
 *
 * @throws Error with the first diagnostics if an error prevents the generation
 */
export async function generatePackages(model: ListedModel): Promise<ModelPackages> {
  const folder = join(modelsFolder, model.name.replaceAll(":", "-"));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const plugins = Object.fromEntries(
    allTargets.map((target) => [
      target,
      {
        ...(model.service !== undefined && { service: model.service }),
        package: `@any/${target}`,
        output: target,
        ...(target === "types" && { jsonSchema: true }),
      },
    ]),
  );
  const configPath = join(folder, "smithy-build.json");
  const result = await build({
    configPath,
    config: {
      version: "1.0",
      sources: [...model.sources],
      plugins: { ...plugins, ...(model.protocol !== undefined && { [model.protocol]: {} }) },
    },
  });
  if (!result.ok) throw new Error(firstErrors(result));
  const targets = result.targets.map(({ name }) => name);
  return { folder, targets, paths: pathsOf(folder, targets) };
}

function firstErrors({ diagnostics }: BuildResult): string {
  const errors = diagnostics.filter(({ severity }) => severity === "ERROR");
  return formatDiagnostics(errors.slice(0, 3), { color: false });
}

/** Finds the entries of generated packages, as listed in their `package.json`. */
function pathsOf(folder: string, targets: readonly string[]): Readonly<Record<string, string>> {
  const paths: Record<string, string> = {};
  for (const target of targets) {
    const manifest = join(folder, target, "package.json");
    if (!existsSync(manifest)) continue;
    const { exports = {} }: { exports?: object } = JSON.parse(readFileSync(manifest, "utf8"));
    for (const entry of Object.keys(exports)) {
      const file = join(folder, target, "src", entry === "." ? "index.ts" : `${entry.slice(2)}.ts`);
      if (existsSync(file)) paths[`@any/${target}${entry.slice(1)}`] = file;
    }
  }
  return paths;
}

/** Writes a file into the folder of a model's packages and returns its path. */
export function writeInto({ folder }: ModelPackages, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
