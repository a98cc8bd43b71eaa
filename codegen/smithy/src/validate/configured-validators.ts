import { defineMessage } from "../diagnostics/define-message.js";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import type { Model, NodeValue, Shape } from "../model/model.js";
import { isNodeArray, isNodeObject, stringOf, stringsOf } from "../model/node-value.js";
import { shapeNamespace } from "../model/shape-id.js";
import { parseSelector } from "../select/selector.js";
import { SelectorSyntaxError } from "../select/selector-syntax.js";
import { error, warning } from "./event.js";
import { linters } from "./linter-registry.js";
import { ConfigurationError, type Finding } from "./linters/linter.js";
import type { ValidationContext } from "./rule.js";

const messages = {
  cannotCreate: error(
    "Model",
    (args: { name: string; problem: string }) =>
      `Error creating \`${args.name}\` validator: ${args.problem}`,
  ),
  unknown: (name: string) =>
    warning(`UnknownValidator_${name}`, () => `Unable to locate a validator named \`${name}\``),
  noName: error("Model", () => "Missing expected member `name`."),
} as const;

type Definition = { readonly [key: string]: NodeValue };

/** Runs the validators that the metadata of a model names (Smithy specification, "Validators"). */
export function* runConfiguredValidators(context: ValidationContext): Iterable<Diagnostic> {
  const { validators } = context.model.metadata;
  if (!isNodeArray(validators)) return;
  for (const definition of validators.filter(isNodeObject)) {
    const name = stringOf(definition["name"]);
    if (name === undefined) yield messages.noName(undefined, {});
    else yield* runValidator(context, name, definition);
  }
}

function* runValidator(
  context: ValidationContext,
  name: string,
  definition: Definition,
): Iterable<Diagnostic> {
  const linter = linters.get(name);
  if (linter === undefined) {
    yield messages.unknown(name)(undefined, {});
    return;
  }
  try {
    const { configuration } = definition;
    const concerns = filterOf(context.model, definition);
    const run = linter.create(isNodeObject(configuration) ? configuration : {});
    for (const finding of run(context)) {
      if (concerns(finding.shape)) yield toDiagnostic(name, definition, finding);
    }
  } catch (problem) {
    if (!(problem instanceof ConfigurationError)) throw problem;
    yield messages.cannotCreate({ name, problem: problem.message }, {});
  }
}

/** Which shapes the definition is for: those of its namespaces, and those its selector yields. */
function filterOf(model: Model, definition: Definition): (shape: Shape | undefined) => boolean {
  const namespaces = stringsOf(definition["namespaces"]);
  const text = stringOf(definition["selector"]);
  const selected = text === undefined ? undefined : new Set(select(model, text));
  return (shape) => {
    if (namespaces.length > 0) {
      if (shape === undefined || !namespaces.includes(shapeNamespace(shape.id))) return false;
    }
    return selected === undefined || (shape !== undefined && selected.has(shape));
  };
}

function select(model: Model, text: string): readonly Shape[] {
  try {
    return parseSelector(text).select(model);
  } catch (problem) {
    if (problem instanceof SelectorSyntaxError) throw new ConfigurationError(problem.message);
    throw problem;
  }
}

function toDiagnostic(name: string, definition: Definition, finding: Finding): Diagnostic {
  const id = stringOf(definition["id"]) ?? name;
  const template = stringOf(definition["message"]);
  const message = defineMessage({
    code: finding.suffix === undefined ? id : `${id}.${finding.suffix}`,
    severity: severityOf(definition["severity"]) ?? finding.severity,
    text: () => template?.replaceAll("{super}", () => finding.message) ?? finding.message,
  });
  const { shape } = finding;
  return message(undefined, { shapeId: shape?.id, span: finding.span ?? shape?.span });
}

function severityOf(value: NodeValue | undefined): Severity | undefined {
  return value === "NOTE" || value === "WARNING" || value === "DANGER" ? value : undefined;
}
