import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import type { Model, NodeValue, Shape } from "../../model/model.js";
import { isNodeObject } from "../../model/node-value.js";
import { parseSelector } from "../../select/selector.js";
import { SelectorSyntaxError } from "../../select/selector-syntax.js";
import { error, messagesOf } from "../event.js";
import { at, type Rule } from "../rule.js";
import { objectTrait, stringOf } from "../trait-values.js";

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

/** What traits ask of the shapes around them (Smithy specification, "traitValidators trait"). */
export const traitValidators: Rule = {
  name: "TraitValidators",
  *check({ model }) {
    for (const trait of model.shapes.values()) {
      if (!trait.traits.has("smithy.api#traitValidators")) continue;
      const validators = objectTrait(trait, "smithy.api#traitValidators");
      for (const [key, validator] of Object.entries(validators)) {
        if (!eventIdPattern.test(key)) yield messages.eventId({ key }, at(trait));
        else if (isNodeObject(validator)) yield* runValidator(model, trait, key, validator);
      }
    }
  },
};

function* runValidator(
  model: Model,
  trait: Shape,
  key: string,
  validator: { readonly [key: string]: NodeValue },
): Iterable<Diagnostic> {
  const text = stringOf(validator["selector"]);
  const carriers = [...model.shapes.values()].filter((shape) => shape.traits.has(trait.id));
  if (text === undefined) return;
  try {
    const selector = parseSelector(text);
    const message = incompatible(key, severityOf(validator["severity"]));
    for (const carrier of carriers) {
      for (const found of selector.selectFrom(model, carrier)) {
        const args = {
          trait: trait.id,
          shape: carrier.id,
          message: stringOf(validator["message"]),
        };
        yield message(args, at(found));
      }
    }
  } catch (problem) {
    if (!(problem instanceof SelectorSyntaxError)) throw problem;
    yield messages.selector({ key, problem: problem.message }, at(trait));
  }
}

const severityOf = (value: NodeValue | undefined): Severity =>
  value === "NOTE" || value === "WARNING" || value === "DANGER" ? value : "ERROR";
