import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model, OperationShape } from "../../model/model.js";
import { isNodeArray } from "../../model/node-value.js";
import {
  operationContextParamsTrait,
  staticContextParamsTrait,
  trait,
} from "../../traits/index.js";
import { error } from "../event.js";
import { checkJmespath } from "../jmespath/check-jmespath.js";
import { JmespathError } from "../jmespath/expression.js";
import type { Expression } from "../jmespath/expression.js";
import { parseJmespath } from "../jmespath/parse-jmespath.js";
import { typeOfShape } from "../jmespath/value-type.js";
import { typeName } from "../node/type-name.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

interface Param {
  readonly operation: string;
  readonly key: string;
  readonly path: string;
}

const marked = (operation: string, trait: string) =>
  `The operation \`${operation}\` is marked with \`smithy.rules#${trait}\` which contains a`;

const messages = {
  syntax: error(
    "OperationContextParamsTrait",
    (args: Param & { reason: string }) =>
      `${marked(args.operation, "operationContextParams")} key \`${args.key}\` with an unparseable JMESPath path \`${args.path}\`: ${args.reason}.`,
  ),
  invalid: error(
    "OperationContextParamsTrait",
    (args: Param & { reasons: readonly string[] }) =>
      `${marked(args.operation, "operationContextParams")} path \`${args.key}\` with an invalid JMESPath path \`${args.path}\`: '${args.reasons.join("', '")}'.`,
  ),
  unsupported: error(
    "OperationContextParamsTrait",
    (args: Param & { expressions: readonly string[] }) =>
      `${marked(args.operation, "operationContextParams")} key \`${args.key}\` with a JMESPath path \`${args.path}\` with unsupported expressions: '${args.expressions.join("', '")}'.`,
  ),
  documentType: error(
    "StaticContextParamsTrait",
    (args: { operation: string; key: string; type: string }) =>
      `${marked(args.operation, "staticContextParams")} key \`${args.key}\` with an unsupported document type value \`${args.type}\`.`,
  ),
} as const;

/** The paths of rule parameters exist in the input of their operation. */
export const operationContextParams: Rule = {
  name: "OperationContextParamsTrait",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const params = trait(operation, operationContextParamsTrait) ?? {};
      for (const [key, param] of Object.entries(params)) {
        yield* checkParam(model, operation, key, param.path);
      }
    }
  },
};

function* checkParam(
  model: Model,
  operation: OperationShape,
  key: string,
  path: string,
): Iterable<Diagnostic> {
  const args = { operation: operation.id, key, path };
  try {
    const expression = parseJmespath(path);
    const input = typeOfShape(model, model.getShape(operation.input));
    const reasons = checkJmespath(expression, input).problems.map(({ message }) => message);
    if (reasons.length > 0) yield messages.invalid({ ...args, reasons }, at(operation));
    const expressions = [...unsupported(expression)];
    if (expressions.length > 0) yield messages.unsupported({ ...args, expressions }, at(operation));
  } catch (failure) {
    if (!(failure instanceof JmespathError)) throw failure;
    yield messages.syntax({ ...args, reason: failure.message.replace(/\.$/, "") }, at(operation));
  }
}

/** The parts of an expression that rule parameters do not support. */
function* unsupported(expression: Expression): Iterable<string> {
  switch (expression.kind) {
    case "current":
    case "field":
      return;
    case "subexpression":
    case "projection":
    case "objectProjection":
      yield* unsupported(expression.left);
      yield* unsupported(expression.right);
      return;
    case "flatten":
    case "expressionType":
      yield* unsupported(expression.expression);
      return;
    case "multiSelectList":
      for (const item of expression.items) yield* unsupported(item);
      return;
    case "function":
      if (expression.name !== "keys") yield `\`${expression.name}\` function`;
      else for (const argument of expression.args) yield* unsupported(argument);
      return;
    default:
      yield names[expression.kind] ?? expression.kind;
  }
}

/** The names of expressions in messages, if they have several words. */
const names: Readonly<Partial<Record<Expression["kind"], string>>> = {
  comparison: "comparator",
  filter: "filter projection",
  multiSelectHash: "multiselect hash",
};

/** Static rule parameters are strings, booleans or lists of strings. */
export const staticContextParams: Rule = {
  name: "StaticContextParamsTrait",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const params = trait(operation, staticContextParamsTrait) ?? {};
      for (const [key, param] of Object.entries(params)) {
        const { value } = param;
        if (typeof value === "string" || typeof value === "boolean") continue;
        if (isNodeArray(value) && value.every((item) => typeof item === "string")) continue;
        const args = { operation: operation.id, key, type: typeName(value) };
        yield messages.documentType(args, at(operation));
      }
    }
  },
};
