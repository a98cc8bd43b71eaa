import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { compareText } from "../diagnostics/compare.js";
import type { Model } from "../model/model.js";
import { decorateDiagnostics } from "../validate/suppressions.js";
import { detectDifferences } from "./differences.js";
import type { Differences } from "./differences.js";
import { evaluators } from "./evaluator-registry.js";

/**
 * Compares two versions of a model and reports what changed, with the events of the reference
 * implementation: an ERROR or DANGER breaks users of the old model, a WARNING may do so, a NOTE
 * only reports an addition.
 *
 * The suppressions and severity overrides of the new model apply. The validation events of the two
 * models are not part of the result.
 *
 * @returns the events sorted by shape, those without a shape first; the place of a removal is in
 *   the old model
 */
export function diffModels(oldModel: Model, newModel: Model): readonly Diagnostic[] {
  return Object.freeze([...evaluate(detectDifferences(oldModel, newModel))].sort(compareEvents));
}

function evaluate(differences: Differences): readonly Diagnostic[] {
  const found = evaluators.flatMap((evaluator) => [...evaluator.evaluate(differences, evaluate)]);
  return decorateDiagnostics(differences.newModel, found);
}

const compareEvents = (one: Diagnostic, other: Diagnostic): number =>
  compareText(one.shapeId ?? "", other.shapeId ?? "") ||
  compareText(one.code, other.code) ||
  compareText(one.message, other.message);
