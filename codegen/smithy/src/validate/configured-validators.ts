import type { Span } from "../source/source-file.js";
import { defineMessage } from "../diagnostics/define-message.js";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import { quoted } from "../load/load-messages.js";
import type { Model, NodeValue, Shape } from "../model/model.js";
import { isNodeArray, isNodeObject, stringOf, stringsOf } from "../model/node-value.js";
import { metadataSpan } from "../model/metadata-origins.js";
import { shapeNamespace } from "../model/shape-id.js";
import { parseSelector } from "../select/selector.js";
import type { Selector } from "../select/selector.js";
import { SelectorSyntaxError } from "../select/selector-syntax.js";
import { error, warning } from "./event.js";
import { typeName } from "./node/type-name.js";
import { linters } from "./linter-registry.js";
import { ConfigurationError } from "./linters/linter.js";
import type { Finding } from "./linters/linter.js";
import type { ValidationContext } from "./rule.js";

const messages = {
  cannotCreate: error(
    "Model",
    (args: { name: string; problem: string }) =>
      `Error creating \`${args.name}\` validator: ${args.problem}`,
  ),
  unknown: (name: string) =>
    warning(`UnknownValidator_${name}`, () => `Unable to locate a validator named \`${name}\``),
  invalid: error("Model", (args: { problem: string }) => args.problem),
} as const;

type Definition = { readonly [key: string]: NodeValue };

/** The validators that a model configures, ready to run. */
export interface ConfiguredValidators {
  /** The faults of definitions that cannot be used. */
  readonly problems: readonly Diagnostic[];
  run(context: ValidationContext): Iterable<Diagnostic>;
}

type Run = (context: ValidationContext) => Iterable<Diagnostic>;

/**
 * Creates the validators that the metadata of a model names (Smithy specification, "Validators").
 */
export function createConfiguredValidators(model: Model): ConfiguredValidators {
  const { validators } = model.metadata;
  const problems: Diagnostic[] = [];
  const runs: Run[] = [];
  const definitions = validators !== undefined && isNodeArray(validators) ? validators : [];
  for (const [index, definition] of definitions.entries()) {
    const invalid = problemOf(definition, metadataSpan(definitions, [index]));
    if (invalid !== undefined) problems.push(invalid);
    else if (isNodeObject(definition)) {
      const created = create(String(definition["name"]), definition);
      if (typeof created === "function") runs.push(created);
      else problems.push(created);
    }
  }
  return { problems, run: (context) => runs.flatMap((run) => [...run(context)]) };
}

/** The strings of a definition, in the order in which the reference reads them. */
const texts = ["id", "message", "severity"] as const;
const severities: readonly NodeValue[] = ["DANGER", "NOTE", "WARNING"];

/** Returns the fault of a definition that cannot be read. */
function problemOf(definition: NodeValue, span: Span | undefined): Diagnostic | undefined {
  const report = (problem: string, ...path: readonly string[]): Diagnostic =>
    messages.invalid({ problem }, { span: metadataSpan(definition, path) ?? span });
  if (!isNodeObject(definition)) {
    const found = typeName(definition);
    return report(`Each element of \`validators\` must be an object. Found ${found}.`);
  }
  const { name, severity, configuration } = definition;
  if (name === undefined) return report("Missing expected member `name`.");
  if (typeof name !== "string") {
    const found = typeName(name);
    return report(`Expected \`name\` member to be a string, but found ${found}.`, "name");
  }
  const wrong = (key: string, type: string, value: NodeValue): Diagnostic =>
    report(`Expected \`${key}\` to be ${type}; found ${typeName(value)}`, key);
  for (const key of texts) {
    const value = definition[key];
    if (value !== undefined && typeof value !== "string") return wrong(key, "a string", value);
  }
  if (severity !== undefined && !severities.includes(severity))
    return report(`Expected one of ${quoted(severities)}; got \`${severity}\`.`, "severity");
  return configuration === undefined || isNodeObject(configuration)
    ? undefined
    : wrong("configuration", "an object", configuration);
}

/** Returns the function that runs a validator, or the reason why it cannot run. */
function create(name: string, definition: Definition): Run | Diagnostic {
  const linter = linters.get(name);
  const place = { span: metadataSpan(definition) };
  if (linter === undefined) return messages.unknown(name)(undefined, place);
  try {
    const { configuration } = definition;
    const concerns = filterOf(definition);
    const run = linter.create(isNodeObject(configuration) ? configuration : {});
    return function* runValidator(context) {
      const isConcerned = concerns(context.model);
      for (const finding of run(context)) {
        if (isConcerned(finding.shape)) yield toDiagnostic(name, definition, finding);
      }
    };
  } catch (problem) {
    if (!(problem instanceof ConfigurationError)) throw problem;
    const span = metadataSpan(definition, problem.path) ?? place.span;
    return messages.cannotCreate({ name, problem: problem.message }, { span });
  }
}

/**
 * The shapes that a definition applies to: those of its namespaces, and those its selector yields.
 */
function filterOf(definition: Definition): (model: Model) => (shape: Shape | undefined) => boolean {
  const namespaces = stringsOf(definition["namespaces"]);
  const text = stringOf(definition["selector"]);
  const selector = text === undefined ? undefined : parse(text);
  return (model) => {
    const selected = selector && new Set(selector.select(model));
    return (shape) => {
      if (namespaces.length > 0) {
        if (shape === undefined || !namespaces.includes(shapeNamespace(shape.id))) return false;
      }
      return selected === undefined || (shape !== undefined && selected.has(shape));
    };
  };
}

function parse(text: string): Selector {
  try {
    return parseSelector(text);
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
