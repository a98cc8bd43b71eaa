import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model, OperationShape, ServiceShape, Shape } from "../../../model/model.js";
import { entriesOf } from "../../../model/node-value.js";
import {
  clientContextParamsTrait,
  contextParamTrait,
  endpointBddTrait,
  endpointRuleSetTrait,
  endpointTestsTrait,
  hasTrait,
  operationContextParamsTrait,
  staticContextParamsTrait,
  trait,
} from "../../../traits/index.js";
import { danger, error, warning } from "../../event.js";
import { structureOf } from "../../identifier-bindings.js";
import { at, atTrait } from "../../rule.js";
import type { Rule, ValidationContext } from "../../rule.js";
import { typed } from "../../shape-text.js";
import { parametersOf, parameterType, typeOfParameterValue } from "./rule-set.js";
import type { ParameterType } from "./rule-set.js";

const messages = {
  inconsistent: (kind: string) =>
    error(
      `RuleSetParameter.${kind}.InconsistentType`,
      (args: { name: string }) => `Inconsistent type for \`${args.name}\` parameter`,
    ),
  unsupported: error(
    "RuleSetParameter.ContextParam.UnsupportedType",
    (args: { target: Shape; name: string }) =>
      `Unsupported type \`${typed(args.target)}\` for \`${args.name}\` parameter`,
  ),
  mismatch: error(
    "RuleSetParameter.RuleSet.TypeMismatch",
    (args: { name: string }) => `Type mismatch for parameter \`${args.name}\``,
  ),
  notInModel: error(
    "RuleSetParameter.RuleSet.UnmatchedName",
    (args: { name: string; existing: readonly string[] }) =>
      `Parameter \`${args.name}\` exists in ruleset but not in service model, existing params: ${args.existing.join(", ")}`,
  ),
  notInRules: error(
    "RuleSetParameter.RuleSet.UnmatchedName",
    (args: { name: string; existing: readonly string[] }) =>
      `Parameter \`${args.name}\` exists in service model but not in ruleset, existing params: [${args.existing.join(", ")}]`,
  ),
  undocumented: warning(
    "RuleSetParamMissingDocs",
    (args: { name: string }) => `Parameter \`${args.name}\` does not have documentation`,
  ),
  notDefined: error(
    "RuleSetParameter.TestCase.Undefined",
    (args: { name: string }) => `Test parameter \`${args.name}\` is not defined in ruleset`,
  ),
  testType: error(
    "RuleSetParameter.TestCase.TypeMismatch",
    (args: { name: string; expected: string }) =>
      `Type mismatch for parameter \`${args.name}\`, \`${args.expected}\` expected`,
  ),
  testUnused: danger(
    "RuleSetParameter.TestCase.Unused",
    (args: { name: string }) =>
      `Parameter \`${args.name}\` is never used in an \`EndpointTests\` test case`,
  ),
  testMissing: error(
    "RuleSetParameter.TestCase.RequiredMissing",
    (args: { name: string }) =>
      `Required parameter \`${args.name}\` is missing in at least one test case`,
  ),
} as const;

/** The parameters of endpoint rules have one type everywhere, and tests use known parameters. */
export const ruleSetParameters: Rule = {
  name: "RuleSetParameter",
  *check(context) {
    for (const service of context.model.shapesOfType("service")) {
      const isTree = hasTrait(service, endpointRuleSetTrait);
      if (!isTree && !hasTrait(service, endpointBddTrait)) continue;
      yield* checkModel(context, service);
      yield* checkTests(service);
    }
  },
};

/** A parameter as declared in the model: its place and its type. */
interface Given {
  readonly name: string;
  readonly type: ParameterType | undefined;
  readonly shape: Shape;
  readonly kind: string;
}

function* checkModel(context: ValidationContext, service: ServiceShape): Iterable<Diagnostic> {
  const types = new Map<string, ParameterType>();
  const given = [
    ...clientParams(service),
    ...context.services.operationsOf(service).flatMap((one) => operationParams(context.model, one)),
  ];
  const named = new Set<string>();
  for (const { name, type, shape, kind } of given) {
    if (type !== undefined || kind === "OperationContextParams") named.add(name);
    if (type === undefined) {
      if (kind === "ContextParam" && shape.type === "member") {
        const target = context.model.getShape(shape.target);
        if (target) yield messages.unsupported({ target, name }, at(shape));
      }
      continue;
    }
    const known = types.get(name);
    if (known === undefined) types.set(name, type);
    else if (known !== type) yield messages.inconsistent(kind)({ name }, at(shape));
  }
  const matched = new Set<string>();
  for (const [name, parameter] of parametersOf(service)) {
    const type = types.get(name);
    if (parameter.builtIn !== undefined || named.has(name)) matched.add(name);
    else yield messages.notInModel({ name, existing: [...named] }, at(service));
    if (type !== undefined && parameter.type !== undefined && type !== parameter.type) {
      yield messages.mismatch({ name }, at(service));
    }
    if (parameter.documentation === undefined) {
      const place = atTrait(service, endpointRuleSetTrait, "parameters", name);
      yield messages.undocumented({ name }, place);
    }
  }
  for (const name of named) {
    if (!matched.has(name))
      yield messages.notInRules({ name, existing: [...matched] }, at(service));
  }
}

function clientParams(service: ServiceShape): readonly Given[] {
  const params = trait(service, clientContextParamsTrait) ?? {};
  return Object.entries(params).map(([name, definition]) => ({
    name,
    type: parameterType(definition.type),
    shape: service,
    kind: "ClientContextParams",
  }));
}

function operationParams(model: Model, operation: OperationShape): readonly Given[] {
  const fixed = trait(operation, staticContextParamsTrait) ?? {};
  const input = structureOf(model.getShape(operation.input));
  return [
    ...Object.entries(fixed).map(([name, definition]) => ({
      name,
      type: typeOfParameterValue(definition.value),
      shape: operation,
      kind: "StaticContextParams",
    })),
    ...Object.keys(trait(operation, operationContextParamsTrait) ?? {}).map((name) => ({
      name,
      type: undefined,
      shape: operation,
      kind: "OperationContextParams",
    })),
    ...[...(input?.members.values() ?? [])].flatMap((member) => {
      const name = trait(member, contextParamTrait)?.name;
      if (name === undefined) return [];
      const type = typeOfTarget(model, model.getShape(member.target));
      return [{ name, type, shape: member, kind: "ContextParam" }];
    }),
  ];
}

function typeOfTarget(model: Model, target: Shape | undefined): ParameterType | undefined {
  switch (target?.type) {
    case "string":
    case "enum":
      return "String";
    case "boolean":
      return "Boolean";
    case "list": {
      const item = model.getShape(target.member.target)?.type;
      return item === "string" || item === "enum" ? "StringArray" : undefined;
    }
    default:
      return undefined;
  }
}

function* checkTests(service: ServiceShape): Iterable<Diagnostic> {
  const { testCases } = trait(service, endpointTestsTrait) ?? {};
  if (testCases === undefined) return;
  const parameters = parametersOf(service);
  const tests = testCases.map(({ params }) => entriesOf(params));
  const used = new Set<string>();
  for (const [name, value] of tests.flat()) {
    const parameter = parameters.get(name);
    if (parameter === undefined && !used.has(name))
      yield messages.notDefined({ name }, at(service));
    else if (parameter?.type && typeOfParameterValue(value) !== parameter.type) {
      yield messages.testType({ name, expected: parameter.type }, at(service));
    }
    used.add(name);
  }
  for (const [name, parameter] of parameters) {
    if (!used.has(name)) yield messages.testUnused({ name }, at(service));
    if (!parameter.required || parameter.default !== undefined) continue;
    if (tests.some((test) => test.every(([given]) => given !== name))) {
      yield messages.testMissing({ name }, at(service));
    }
  }
}
