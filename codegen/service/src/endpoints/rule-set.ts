import { isNodeArray, stringOf } from "@tinsmith/smithy";
import type { NodeObject, NodeValue } from "@tinsmith/smithy";

/** An expression of the endpoint rules: a template, a literal, a reference or a function call. */
export type RuleExpression =
  | { readonly kind: "template"; readonly text: string }
  | { readonly kind: "literal"; readonly value: boolean | number }
  | { readonly kind: "list"; readonly items: readonly RuleExpression[] }
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "call"; readonly fn: string; readonly args: readonly RuleExpression[] };

/** The value of an endpoint property: strings are templates, at any depth. */
export type RuleProperty =
  | Exclude<RuleExpression, { readonly kind: "list" }>
  | { readonly kind: "null" }
  | { readonly kind: "list"; readonly items: readonly RuleProperty[] }
  | { readonly kind: "record"; readonly properties: RuleProperties };

export type RuleProperties = Readonly<Record<string, RuleProperty>>;

export interface RuleCondition {
  readonly test: RuleExpression;
  readonly assign: string | undefined;
}

/** The outcome of a rule whose conditions hold. */
export type RuleOutcome =
  | { readonly kind: "endpoint"; readonly endpoint: RuleEndpoint }
  | { readonly kind: "error"; readonly message: RuleExpression }
  | { readonly kind: "tree"; readonly rules: readonly Rule[] };

export interface RuleEndpoint {
  readonly url: RuleExpression;
  readonly properties: Readonly<Record<string, RuleProperty>>;
  readonly headers: Readonly<Record<string, readonly RuleExpression[]>>;
}

export interface Rule {
  readonly conditions: readonly RuleCondition[];
  readonly outcome: RuleOutcome;
}

export type ParameterType = "String" | "Boolean" | "StringArray";

export interface RuleParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly builtIn: string | undefined;
  readonly required: boolean;
  readonly default: NodeValue | undefined;
  readonly documentation: string | undefined;
}

/** `smithy.rules#endpointRuleSet`, parsed. */
export interface RuleSet {
  readonly parameters: readonly RuleParameter[];
  readonly rules: readonly Rule[];
}

/**
 * Reads the trait's value.
 * @throws Error if it does not match the model of the trait; the message names the place
 */
export function readRuleSet(node: NodeValue): RuleSet {
  const trait = objectAt(node, "endpointRuleSet");
  return {
    parameters: readParameters(trait["parameters"]),
    rules: readRules(trait["rules"], "rules"),
  };
}

/** Reads the parameters of rules, by name in the trait. */
export function readParameters(node: NodeValue | undefined): readonly RuleParameter[] {
  return Object.entries(objectAt(node ?? {}, "parameters")).map(([name, value]) =>
    readParameter(name, objectAt(value, `parameters.${name}`)),
  );
}

function readParameter(name: string, node: NodeObject): RuleParameter {
  const type = textAt(node["type"], `parameters.${name}.type`).toLowerCase();
  return {
    name,
    type: type === "boolean" ? "Boolean" : type === "stringarray" ? "StringArray" : "String",
    builtIn: stringOf(node["builtIn"]),
    required: node["required"] === true,
    default: node["default"],
    documentation: stringOf(node["documentation"]),
  };
}

/** Reads a list of rules: the rules of a rule set or tree, or the results of a decision diagram. */
export function readRules(node: NodeValue | undefined, path: string): readonly Rule[] {
  return listAt(node, path).map((rule, index) => {
    const place = `${path}[${index}]`;
    const object = objectAt(rule, place);
    return {
      conditions: readConditions(object["conditions"] ?? [], `${place}.conditions`),
      outcome: readOutcome(object, place),
    };
  });
}

export function readConditions(
  node: NodeValue | undefined,
  path: string,
): readonly RuleCondition[] {
  return listAt(node, path).map((condition, index) =>
    readCondition(objectAt(condition, `${path}[${index}]`), path),
  );
}

function readCondition(node: NodeObject, path: string): RuleCondition {
  return { test: readExpression(node, path), assign: stringOf(node["assign"]) };
}

function readOutcome(node: NodeObject, path: string): RuleOutcome {
  switch (node["type"]) {
    case "tree":
      return { kind: "tree", rules: readRules(node["rules"], `${path}.rules`) };
    case "error":
      return { kind: "error", message: readExpression(node["error"], `${path}.error`) };
    case "endpoint": {
      const endpoint = objectAt(node["endpoint"], `${path}.endpoint`);
      const headers = objectAt(endpoint["headers"] ?? {}, `${path}.endpoint.headers`);
      return {
        kind: "endpoint",
        endpoint: {
          url: readExpression(endpoint["url"], `${path}.endpoint.url`),
          properties: readProperties(
            objectAt(endpoint["properties"] ?? {}, `${path}.endpoint.properties`),
          ),
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, values]) => [
              name,
              listAt(values, path).map((value) => readExpression(value, path)),
            ]),
          ),
        },
      };
    }
    default:
      throw new Error(
        `The endpoint rules have an unknown rule type at ${path}.type. Expected one of: endpoint, error, tree.`,
      );
  }
}

function readProperties(node: NodeObject): RuleProperties {
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, readProperty(value)]),
  );
}

function readProperty(node: NodeValue): RuleProperty {
  if (node === null) return { kind: "null" };
  if (isNodeArray(node)) return { kind: "list", items: node.map(readProperty) };
  if (typeof node === "object" && !("ref" in node || "fn" in node)) {
    return { kind: "record", properties: readProperties(node) };
  }
  return readExpression(node, "properties");
}

/** Reads an expression in its JSON form. */
function readExpression(node: NodeValue | undefined, path: string): RuleExpression {
  if (typeof node === "string") return { kind: "template", text: node };
  if (typeof node === "boolean" || typeof node === "number")
    return { kind: "literal", value: node };
  if (isNodeArray(node)) {
    return { kind: "list", items: node.map((item) => readExpression(item, path)) };
  }
  const object = objectAt(node, path);
  const reference = object["ref"];
  if (reference !== undefined) return { kind: "reference", name: textAt(reference, path) };
  return {
    kind: "call",
    fn: textAt(object["fn"], `${path}.fn`),
    args: listAt(object["argv"], `${path}.argv`).map((item) => readExpression(item, path)),
  };
}

/** @throws Error if the node is not an object */
export function objectAt(node: NodeValue | undefined, path: string): NodeObject {
  if (typeof node === "object" && node !== null && !isNodeArray(node)) return node;
  throw new Error(`The endpoint rules need an object at ${path}.`);
}

function listAt(node: NodeValue | undefined, path: string): readonly NodeValue[] {
  if (isNodeArray(node)) return node;
  throw new Error(`The endpoint rules need a list at ${path}.`);
}

function textAt(node: NodeValue | undefined, path: string): string {
  if (typeof node === "string") return node;
  throw new Error(`The endpoint rules need a string at ${path}.`);
}
