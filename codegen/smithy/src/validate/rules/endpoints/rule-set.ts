import type { NodeValue, Shape } from "../../../model/model.js";
import { isNodeArray, isNodeObject, stringOf } from "../../../model/node-value.js";
import { endpointBddTrait, endpointRuleSetTrait, trait } from "../../../traits/index.js";

export type RuleNode = { readonly [key: string]: NodeValue };

/** The types of rule parameters. */
export type ParameterType = "String" | "Boolean" | "StringArray";

export interface Parameter {
  readonly type: ParameterType | undefined;
  readonly required: boolean;
  readonly builtIn: string | undefined;
  readonly default: NodeValue | undefined;
  readonly documentation: string | undefined;
}

const types: ReadonlyMap<string, ParameterType> = new Map([
  ["string", "String"],
  ["boolean", "Boolean"],
  ["stringarray", "StringArray"],
]);

/** The type that a keyword of a rule set or a trait names. */
export const parameterType = (word: string | undefined): ParameterType | undefined =>
  word === undefined ? undefined : types.get(word.toLowerCase());

/** The type of a value of a parameter. */
export function typeOfParameterValue(value: NodeValue): ParameterType | undefined {
  if (typeof value === "string") return "String";
  if (typeof value === "boolean") return "Boolean";
  return isNodeArray(value) ? "StringArray" : undefined;
}

/** The parameters of the rules of a service, by name. */
export function parametersOf(service: Shape): ReadonlyMap<string, Parameter> {
  const rules = ruleSetOf(service);
  const parameters = isNodeObject(rules["parameters"]) ? rules["parameters"] : {};
  return new Map(
    Object.entries(parameters).flatMap(([name, definition]) =>
      isNodeObject(definition) ? [[name, readParameter(definition)] as const] : [],
    ),
  );
}

/** The rules of a service: the tree, or the decision diagram. */
export function ruleSetOf(service: Shape): RuleNode {
  const tree = trait(service, endpointRuleSetTrait);
  if (isNodeObject(tree) && Object.keys(tree).length > 0) return tree;
  return trait(service, endpointBddTrait) ?? {};
}

/** Returns both forms of the rules of a service, if present. */
export const ruleSetsOf = (service: Shape): readonly RuleNode[] =>
  [trait(service, endpointRuleSetTrait), trait(service, endpointBddTrait)].filter(isNodeObject);

const readParameter = (definition: RuleNode): Parameter => ({
  type: parameterType(stringOf(definition["type"])),
  required: definition["required"] === true,
  builtIn: stringOf(definition["builtIn"]),
  default: definition["default"],
  documentation: stringOf(definition["documentation"]),
});

/** All objects in a value, including itself, in the order of the text. */
export function* objectsIn(value: NodeValue): Iterable<RuleNode> {
  if (isNodeArray(value)) {
    for (const item of value) yield* objectsIn(item);
  } else if (isNodeObject(value)) {
    yield value;
    for (const item of Object.values(value)) yield* objectsIn(item);
  }
}
