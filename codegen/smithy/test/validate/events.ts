import { loadModel } from "../../src/load/load-model.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { validateModel } from "../../src/validate/validate-model.js";

/** Loads and validates one file of IDL 2.0, without its version line. */
export const diagnose = (text: string): readonly Diagnostic[] =>
  diagnoseFile(`$version: "2.0"\n${text}`);

/** Loads and validates one file of IDL. */
export function diagnoseFile(text: string): readonly Diagnostic[] {
  const { model, diagnostics } = loadModel([{ path: "test.smithy", text }]);
  return model === undefined ? diagnostics : validateModel(model, { loaded: diagnostics });
}

/** Formats the diagnostics of a file, one per line: severity, event id, shape. */
export const events = (text: string): readonly string[] =>
  diagnose(text).map(({ severity, code, shapeId }) => `${severity} ${code} ${shapeId ?? "-"}`);
