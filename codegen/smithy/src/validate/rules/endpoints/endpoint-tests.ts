import type { Diagnostic, Severity } from "../../../diagnostics/diagnostic.js";
import type { Model, ServiceShape, Shape } from "../../../model/model.js";
import { isNodeObject, nodeEquals } from "../../../model/node-value.js";
import { shapeName } from "../../../model/shape-id.js";
import { endpointTestsTrait, trait } from "../../../traits/index.js";
import { error, messagesOf } from "../../event.js";
import { validateNode } from "../../node/validate-node.js";
import { at } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { parametersOf } from "./rule-set.js";
import type { Parameter, RuleNode } from "./rule-set.js";

const code = "EndpointTestsTrait";

const messages = {
  mismatch: (suffix: string | undefined, severity: Severity) =>
    messagesOf(severity)(
      suffix === undefined ? code : `${code}.${suffix}`,
      (args: { path: string; message: string }) =>
        `The operationInput value for an endpoint test does not match the operation's input shape${args.path}: ${args.message}`,
    ),
  noOperation: error(
    code,
    (args: { operation: string; service: string }) =>
      `Test case operation \`${args.operation}\` does not exist in service \`${args.service}\``,
  ),
  notGiven: error(
    code,
    (args: { value: string; name: string; builtIn: string }) =>
      `Test case does not supply the \`${args.value}\` value for the \`${args.name}\` parameter's \`${args.builtIn}\` built-in.`,
  ),
  noDefault: error(
    code,
    (args: { builtIn: string; name: string }) =>
      `Operation input does not supply a value for the \`${args.builtIn}\` built-in parameter and the \`${args.name}\` parameter does not set a default.`,
  ),
  inconsistent: error(
    code,
    (args: { expected: string; found: string }) =>
      `Inconsistent testcase parameters: ${args.expected} and ${args.found}`,
  ),
} as const;

/**
 * The operation inputs of endpoint tests refer to operations, and agree with the parameters of the
 * test.
 */
export const endpointTests: Rule = {
  name: code,
  *check({ model, services }) {
    for (const service of model.shapesOfType("service")) {
      const { testCases } = trait(service, endpointTestsTrait) ?? {};
      if (testCases === undefined) continue;
      const parameters = parametersOf(service);
      const operations = new Map(
        services.operationsOf(service).map((operation) => [shapeName(operation.id), operation]),
      );
      for (const test of testCases) {
        for (const call of test.operationInputs ?? []) {
          const name = call.operationName;
          const operation = operations.get(name);
          if (operation === undefined) {
            yield messages.noOperation({ operation: name, service: service.id }, at(service));
            continue;
          }
          yield* checkBuiltIns(service, parameters, test, call);
          yield* checkInput(model, service, model.getShape(operation.input), test, call);
        }
      }
    }
  },
};

function* checkBuiltIns(
  service: ServiceShape,
  parameters: ReadonlyMap<string, Parameter>,
  test: RuleNode,
  call: RuleNode,
): Iterable<Diagnostic> {
  const params = isNodeObject(test["params"]) ? test["params"] : {};
  const given = isNodeObject(call["builtInParams"]) ? call["builtInParams"] : {};
  for (const [name, { builtIn, default: otherwise }] of parameters) {
    const value = params[name];
    if (builtIn === undefined || value === undefined) continue;
    const found = given[builtIn];
    if (found !== undefined) {
      if (nodeEquals(found, value)) continue;
      const args = { expected: String(value), found: String(found) };
      yield messages.inconsistent(args, at(service));
    } else if (otherwise === undefined) {
      yield messages.noDefault({ builtIn, name }, at(service));
    } else if (!nodeEquals(value, otherwise)) {
      yield messages.notGiven({ value: JSON.stringify(value), name, builtIn }, at(service));
    }
  }
}

function* checkInput(
  model: Model,
  service: ServiceShape,
  input: Shape | undefined,
  test: RuleNode,
  call: RuleNode,
): Iterable<Diagnostic> {
  const value = call["operationParams"];
  if (input === undefined || value === undefined) return;
  const { expect } = test;
  const expectsError = isNodeObject(expect) && expect["error"] !== undefined;
  for (const event of validateNode(model, input, value, { allowOptionalNull: true })) {
    // A test that expects an error may use an invalid value on purpose. A test with a warning is
    // outdated.
    const severity = event.severity === "ERROR" && !expectsError ? "ERROR" : "DANGER";
    yield messages.mismatch(event.suffix, severity)(event, at(service));
  }
}
