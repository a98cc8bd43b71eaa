import { orderDiagnostics } from "../diagnostics/compare.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../model/model.js";
import { isShipped } from "../model/shipped-shapes.js";
import { NeighborIndex } from "../select/neighbors.js";
import { checkMetadata } from "./check-metadata.js";
import { createConfiguredValidators } from "./configured-validators.js";
import type { Rule, ValidationContext } from "./rule.js";
import { target } from "./rules/target.js";
import { coreRules, criticalRules, loadRules, rules, thoroughCoreRules } from "./rule-registry.js";
import { ServiceIndex } from "./service-index.js";
import { decorateDiagnostics } from "./suppressions.js";

/** Options of `validateModel`. */
export interface ValidateOptions {
  /** The diagnostics of loading, which are validated and returned together with the others. */
  readonly loaded?: readonly Diagnostic[];
  /**
   * Runs all rules even if a rule that the others rely on fails. Off by default, because the other
   * rules would then also report consequences of that failure.
   */
  readonly afterCriticalErrors?: boolean;
}

/**
 * Validates a model against the Smithy specification and the validators that the model configures.
 * If the model could not be loaded in full, shapes refer to unknown shapes, or traits do not fit
 * their shapes, only these faults are reported, because most other rules would repeat them.
 *
 * @returns the diagnostics sorted by place, with suppressions and severity overrides applied
 */
export function validateModel(model: Model, options: ValidateOptions = {}): readonly Diagnostic[] {
  const neighbors = NeighborIndex.of(model);
  const services = new ServiceIndex(model, neighbors);
  const subjects = [...model.shapes.values()].filter((shape) => !isShipped(shape));
  const context: ValidationContext = { model, subjects, neighbors, services };
  // Targets that loading finds wrong are reported together with those that the rules find.
  const loaded = options.loaded ?? [];
  const targets = loaded.filter(({ code }) => code === target.name);
  const found = [...loaded.filter((one) => !targets.includes(one)), ...run(loadRules, context)];
  const isBroken = () => found.some(({ severity }) => severity === "ERROR");
  // Equal events remain: the reference reports each test case that shares an id.
  const end = () => orderDiagnostics(decorateDiagnostics(model, found));
  if (isBroken()) return end();
  const configured = createConfiguredValidators(model);
  found.push(...checkMetadata(model), ...configured.problems);
  found.push(...targets, ...run(coreRules, context));
  if (options.afterCriticalErrors === true) found.push(...run(thoroughCoreRules, context));
  if (isBroken()) return end();
  found.push(...run(criticalRules, context));
  if (isBroken() && options.afterCriticalErrors !== true) return end();
  found.push(...run(rules, context), ...configured.run(context));
  return end();
}

const run = (some: readonly Rule[], context: ValidationContext): readonly Diagnostic[] =>
  some.flatMap((rule) => [...rule.check(context)]);
