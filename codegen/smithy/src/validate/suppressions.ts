import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import type { Model, NodeValue } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import { isAtLeast } from "../diagnostics/compare.js";
import { shapeNamespace } from "../model/shape-id.js";
import { suppressTrait, trait } from "../traits/index.js";

/** True if `id` is `pattern` or an id below it: `BadShape` covers `BadShape.List`. */
export const coversEvent = (pattern: string, id: string): boolean =>
  id === pattern || id.startsWith(`${pattern}.`);

/**
 * Applies the suppressions and severity overrides of a model (Smithy specification, "Suppressions",
 * "Severity overrides"). Errors cannot be suppressed; a suppression takes precedence over an
 * override.
 */
export function decorateDiagnostics(
  model: Model,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const suppressions = entriesOf(model.metadata["suppressions"]);
  const overrides = entriesOf(model.metadata["severityOverrides"]);
  return diagnostics.map((diagnostic) => {
    if (diagnostic.severity === "ERROR" || diagnostic.severity === "SUPPRESSED") return diagnostic;
    if (isSuppressedByTrait(model, diagnostic)) return suppress(diagnostic);
    const suppression = suppressions.find((entry) => concerns(entry, diagnostic));
    if (suppression !== undefined) return suppress(diagnostic, suppression["reason"]);
    return elevate(diagnostic, overrides);
  });
}

type Entry = { readonly [key: string]: NodeValue };

const entriesOf = (value: NodeValue | undefined): readonly Entry[] =>
  isNodeArray(value) ? value.filter(isNodeObject) : [];

function isSuppressedByTrait(model: Model, { shapeId, code }: Diagnostic): boolean {
  const suppressed = shapeId === undefined ? [] : trait(model.getShape(shapeId), suppressTrait);
  return suppressed?.some((id) => coversEvent(id, code)) === true;
}

function concerns(entry: Entry, { shapeId, code }: Diagnostic): boolean {
  const { id, namespace } = entry;
  if (typeof id !== "string" || !coversEvent(id, code)) return false;
  return namespace === "*" || (shapeId !== undefined && namespace === shapeNamespace(shapeId));
}

function suppress(diagnostic: Diagnostic, reason?: NodeValue): Diagnostic {
  return Object.freeze({
    ...diagnostic,
    severity: "SUPPRESSED" as const,
    ...(typeof reason === "string" && { suppressionReason: reason }),
  });
}

function elevate(diagnostic: Diagnostic, overrides: readonly Entry[]): Diagnostic {
  let { severity } = diagnostic;
  for (const entry of overrides) {
    const wanted = severityOf(entry["severity"]);
    if (wanted === undefined || !concerns(entry, diagnostic)) continue;
    if (!isAtLeast(severity, wanted)) severity = wanted;
  }
  return severity === diagnostic.severity ? diagnostic : Object.freeze({ ...diagnostic, severity });
}

const severityOf = (value: NodeValue | undefined): Severity | undefined =>
  value === "WARNING" || value === "DANGER" ? value : undefined;
