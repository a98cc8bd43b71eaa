import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import type { Model, Shape } from "../../model/model.js";
import { parseSelector } from "../../select/selector.js";
import { SelectorSyntaxError } from "../../select/selector-syntax.js";
import { trait, traitValidatorsTrait } from "../../traits/index.js";
import type { ApiTraitValidator } from "../../traits/index.js";
import { error, messagesOf } from "../event.js";
import { at, atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const messages = {
  eventId: error(
    "TraitValidators",
    (args: { key: string }) =>
      `\`smithy.api#traitValidators\` key is not a valid event ID: \`${args.key}\``,
  ),
  selector: error(
    "TraitValidators",
    (args: { key: string; problem: string }) =>
      `Invalid selector of the \`${args.key}\` trait validator: ${args.problem}`,
  ),
} as const;

const incompatible = (code: string, severity: Severity) =>
  messagesOf(severity)(
    code,
    (args: { trait: string; shape: string; message: string | undefined }) =>
      `Found an incompatible shape when validating the constraints of the \`${args.trait}\` trait attached to \`${args.shape}\`${args.message === undefined ? "" : `: ${args.message}`}`,
  );

const eventIdPattern =
  /^(?:_+[A-Za-z0-9]|[A-Za-z])[A-Za-z0-9_]*(?:\.(?:_+[A-Za-z0-9]|[A-Za-z])[A-Za-z0-9_]*)*$/;

/**
 * Shapes satisfy the validators of their traits (Smithy specification, "traitValidators trait").
 */
export const traitValidators: Rule = {
  name: "TraitValidators",
  *check({ model }) {
    for (const definition of model.shapes.values()) {
      const validators = trait(definition, traitValidatorsTrait) ?? {};
      for (const [key, validator] of Object.entries(validators)) {
        if (!eventIdPattern.test(key))
          yield messages.eventId({ key }, atTrait(definition, traitValidatorsTrait));
        else yield* runValidator(model, definition, key, validator);
      }
    }
  },
};

function* runValidator(
  model: Model,
  definition: Shape,
  key: string,
  validator: ApiTraitValidator,
): Iterable<Diagnostic> {
  const carriers = [...model.shapes.values()].filter((shape) => shape.traits.has(definition.id));
  try {
    const selector = parseSelector(validator.selector);
    const message = incompatible(key, validator.severity ?? "ERROR");
    for (const carrier of carriers) {
      for (const found of selector.selectFrom(model, carrier)) {
        const args = {
          trait: definition.id,
          shape: carrier.id,
          message: validator.message,
        };
        yield message(args, at(found));
      }
    }
  } catch (problem) {
    if (!(problem instanceof SelectorSyntaxError)) throw problem;
    yield messages.selector(
      { key, problem: problem.message },
      atTrait(definition, traitValidatorsTrait),
    );
  }
}
