import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import type { Model, NodeValue, OperationShape, Shape } from "../../model/model.js";
import { examplesTrait, trait } from "../../traits/index.js";
import type { ApiExample } from "../../traits/index.js";
import { error, messagesOf } from "../event.js";
import { validateNode } from "../node/validate-node.js";
import { atTrait } from "../rule.js";
import type { Rule, ValidationContext } from "../rule.js";

const messages = {
  outputAndError: error(
    "ExamplesTrait",
    (args: { title: string }) =>
      `Example: \`${args.title}\` has both output and error defined, only one should be present.`,
  ),
  noError: error(
    "ExamplesTrait",
    (args: { title: string }) =>
      `Example: \`${args.title}\` has allowConstraintErrors enabled, so error must be defined.`,
  ),
  unknownError: error(
    "ExamplesTrait",
    (args: { error: string; title: string }) =>
      `Error parameters provided for operation without the \`${args.error}\` error: \`${args.title}\``,
  ),
} as const;

const invalid = (suffix: string | undefined, severity: Severity) =>
  messagesOf(severity)(
    suffix === undefined ? "ExamplesTrait" : `ExamplesTrait.${suffix}`,
    (args: { what: string; title: string; path: string; message: string }) =>
      `Example ${args.what} of \`${args.title}\`${args.path}: ${args.message}`,
  );

/** Examples are valid values of the shapes of their operation. */
export const examplesTraitRule: Rule = {
  name: "ExamplesTrait",
  *check(context) {
    for (const operation of context.model.shapesOfType("operation")) {
      for (const [index, example] of (trait(operation, examplesTrait) ?? []).entries()) {
        yield* checkExample(context, operation, example, index);
      }
    }
  },
};

function* checkExample(
  context: ValidationContext,
  operation: OperationShape,
  example: ApiExample,
  index: number,
): Iterable<Diagnostic> {
  const { model } = context;
  const { title, input, output, error: failure } = example;
  const lenient = example.allowConstraintErrors === true;
  const place = atTrait(operation, examplesTrait);
  const check = (what: string, id: string, value: NodeValue | undefined) =>
    checkValue(model, operation, model.getShape(id), value, { what, title, lenient, index });
  if (lenient && failure === undefined) yield messages.noError({ title }, place);
  yield* check("input", operation.input, input ?? {});
  if (output !== undefined && failure !== undefined) {
    yield messages.outputAndError({ title }, place);
    return;
  }
  yield* check("output", operation.output, output);
  if (failure === undefined) return;
  const id = failure.shapeId ?? "";
  if (!errorsOf(context, operation).every((errors) => errors.has(id))) {
    yield messages.unknownError({ error: id, title }, place);
    return;
  }
  yield* check("error", id, failure.content);
}

/** The errors that the operation may return, in each of the services that bind it. */
function errorsOf(
  { model, services }: ValidationContext,
  operation: OperationShape,
): readonly ReadonlySet<string>[] {
  const bound = model
    .shapesOfType("service")
    .filter((service) => services.operationsOf(service).includes(operation));
  return bound.length === 0
    ? [new Set(operation.errors)]
    : bound.map((service) => new Set([...operation.errors, ...service.errors]));
}

/** The use of a value in an example. */
interface Use {
  readonly what: string;
  readonly title: string;
  readonly lenient: boolean;
  /** The index of the example. */
  readonly index: number;
}

function* checkValue(
  model: Model,
  operation: OperationShape,
  shape: Shape | undefined,
  value: NodeValue | undefined,
  { what, title, lenient, index }: Use,
): Iterable<Diagnostic> {
  if (shape === undefined || value === undefined) return;
  const options = {
    timestamps: "format" as const,
    allowOptionalNull: true,
    ...(lenient && { constraintSeverity: "WARNING" as const }),
  };
  const part = what === "error" ? ["error", "content"] : [what];
  for (const event of validateNode(model, shape, value, options)) {
    const { severity, suffix, path, message, steps } = event;
    const place = atTrait(operation, examplesTrait, index, ...part, ...steps);
    yield invalid(suffix, severity)({ what, title, path, message }, place);
  }
}
