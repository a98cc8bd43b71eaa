import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "@tinsmith/codegen";
import { formatDiagnostics } from "@tinsmith/smithy";
import { configPath, generatedFolder } from "./generated-packages.js";

/** Generates the packages of the example. */
export async function generate(): Promise<void> {
  rmSync(fileURLToPath(new URL(`../${generatedFolder}`, import.meta.url)), {
    recursive: true,
    force: true,
  });
  const { ok, diagnostics } = await build({ configPath });
  if (ok) return;
  const errors = diagnostics.filter(({ severity }) => severity === "ERROR");
  throw new Error(formatDiagnostics(errors, { color: false }));
}
