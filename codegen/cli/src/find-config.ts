import { existsSync } from "node:fs";
import { join } from "node:path";
import { configName } from "@tinsmith/codegen/project";
import type { Diagnostic } from "@tinsmith/smithy";

/**
 * Returns the default configuration of a command: `smithy-build.json` in the working directory or
 * in `model/`. If neither exists, returns the former path, so that the error names the file to
 * create.
 */
export function findConfig(cwd: string): string {
  const candidates = [configName, join("model", configName)];
  return candidates.find((path) => existsSync(join(cwd, path))) ?? configName;
}

/**
 * Reports whether a build failed because its configuration is missing or unreadable, which is a
 * usage error.
 */
export const lacksConfig = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ code, span }) => code === "Build.Config" && span === undefined);
