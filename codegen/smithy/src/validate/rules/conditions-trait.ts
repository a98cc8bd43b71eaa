import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model, Shape } from "../../model/model.js";
import { conditionsTrait, trait } from "../../traits/index.js";
import { danger, error, messagesOf } from "../event.js";
import { checkJmespath } from "../jmespath/check-jmespath.js";
import { JmespathError } from "../jmespath/expression.js";
import { parseJmespath } from "../jmespath/parse-jmespath.js";
import { typeOfShape } from "../jmespath/value-type.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

const code = "ConditionsTrait";

const messages = {
  syntax: error(
    code,
    (args: { name: string; expression: string; reason: string }) =>
      `Condition \`${args.name}\`: Invalid JMESPath expression (${args.expression}): ${args.reason}`,
  ),
  notBoolean: danger(
    code,
    (args: { name: string; found: string }) =>
      `Condition ${args.name} expression must return a boolean type, but this expression was statically determined to return a \`${args.found}\` type.`,
  ),
} as const;

/** The conditions of a contract are expressions that yield a boolean for values of the shape. */
export const conditionsTraitRule: Rule = {
  name: code,
  *check({ model }) {
    if (model.getShape(conditionsTrait.id) === undefined) return;
    for (const shape of model.shapes.values()) {
      for (const [name, condition] of Object.entries(trait(shape, conditionsTrait) ?? {})) {
        yield* checkCondition(model, shape, name, condition.expression);
      }
    }
  },
};

function* checkCondition(
  model: Model,
  shape: Shape,
  name: string,
  expression: string,
): Iterable<Diagnostic> {
  try {
    const { type, problems } = checkJmespath(parseJmespath(expression), typeOfShape(model, shape));
    for (const { severity, message, offset } of problems) {
      const text = `Condition \`${name}\`: Problem found in JMESPath expression (${expression}): ${message} (1:${offset + 1})`;
      const kind = severity === "DANGER" ? "JmespathEventDanger" : "JmespathEventWarning";
      const id = severity === "ERROR" ? code : `${code}.JmespathProblem.${kind}.${name}`;
      yield messagesOf(severity)(id, () => text)(undefined, at(shape));
    }
    if (type.kind === "boolean") return;
    yield messages.notBoolean({ name, found: type.kind }, at(shape));
  } catch (failure) {
    if (!(failure instanceof JmespathError)) throw failure;
    yield messages.syntax({ name, expression, reason: failure.message }, at(shape));
  }
}
