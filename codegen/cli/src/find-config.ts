import { existsSync } from "node:fs";
import { join } from "node:path";
import { configName } from "@tinsmith/codegen/project";
import type { Diagnostic } from "@tinsmith/smithy";

/**
 * The configuration that a command without one means: `smithy-build.json` here, or in `model/`.
 * Where neither exists it is the first, so that the error names the file to write.
 */
export function findConfig(cwd: string): string {
  const candidates = [configName, join("model", configName)];
  return candidates.find((path) => existsSync(join(cwd, path))) ?? configName;
}

/** Whether a build says that its configuration is not there, or cannot be read: a wrong command line. */
export const lacksConfig = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ code, span }) => code === "Build.Config" && span === undefined);
