import { sortDiagnostics } from "../diagnostics/compare.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../model/model.js";
import { isShipped } from "../model/shipped-shapes.js";
import { NeighborIndex } from "../select/neighbors.js";
import { checkMetadata } from "./check-metadata.js";
import { runConfiguredValidators } from "./configured-validators.js";
import type { Rule, ValidationContext } from "./rule.js";
import { coreRules, loadRules, rules } from "./rule-registry.js";
import { ServiceIndex } from "./service-index.js";
import { decorateDiagnostics } from "./suppressions.js";

/** What `validateModel` takes into account. */
export interface ValidateOptions {
  /** What loading the model found; it is judged and returned together with the rest. */
  readonly loaded?: readonly Diagnostic[];
}

/**
 * Validates a model: everything that the Smithy specification asks of one, and the validators that
 * the model itself configures. Where the model could not be loaded in full, or shapes refer to
 * nothing, that alone is reported: most other rules would only repeat it.
 *
 * @returns the diagnostics sorted by place, with suppressions and severity overrides applied.
 */
export function validateModel(model: Model, options: ValidateOptions = {}): readonly Diagnostic[] {
  const neighbors = NeighborIndex.of(model);
  const services = new ServiceIndex(model, neighbors);
  const subjects = [...model.shapes.values()].filter((shape) => !isShipped(shape));
  const context: ValidationContext = { model, subjects, neighbors, services };
  const found: Diagnostic[] = [];
  for (const stage of [
    () => [...(options.loaded ?? []), ...run(loadRules, context)],
    () => [...checkMetadata(model), ...run(coreRules, context)],
    () => [...run(rules, context), ...runConfiguredValidators(context)],
  ]) {
    found.push(...stage());
    if (found.some(({ severity }) => severity === "ERROR")) break;
  }
  return sortDiagnostics(decorateDiagnostics(model, found));
}

const run = (some: readonly Rule[], context: ValidationContext): readonly Diagnostic[] =>
  some.flatMap((rule) => [...rule.check(context)]);
