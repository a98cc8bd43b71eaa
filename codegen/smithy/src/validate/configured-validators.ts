import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ValidationContext } from "./rule.js";

/** Runs the validators that the metadata of the model names. */
export function* runConfiguredValidators(_context: ValidationContext): Iterable<Diagnostic> {}
