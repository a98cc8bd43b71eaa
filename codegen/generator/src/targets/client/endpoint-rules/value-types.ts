import type { RuleCondition, RuleExpression, RuleParameter } from "@tinsmith/service";

/** The type of a value in endpoint rules. It does not say whether the value may be absent. */
export type RuleType =
  | "boolean"
  | "number"
  | "string"
  | "strings"
  | "Partition"
  | "ParsedArn"
  | "ParsedUrl";

type TypesOf = (name: string) => ReadonlySet<RuleType>;

/**
 * Returns the types of parameters and assigned values. A name that is assigned in several places
 * may have several types.
 */
export function valueTypes(
  parameters: readonly RuleParameter[],
  conditions: readonly RuleCondition[],
): ReadonlyMap<string, ReadonlySet<RuleType>> {
  const types = new Map<string, Set<RuleType>>(
    parameters.map(({ name, type }) => [name, new Set([parameterTypes[type]])]),
  );
  for (const { assign, test } of conditions) {
    if (assign === undefined) continue;
    const known = typesOfExpression(test, (name) => types.get(name) ?? new Set());
    types.set(assign, new Set([...(types.get(assign) ?? []), ...known]));
  }
  return types;
}

/** Returns the types that the value of an expression may have. */
export function typesOfExpression(
  expression: RuleExpression,
  typesOf: TypesOf,
): ReadonlySet<RuleType> {
  switch (expression.kind) {
    case "template":
      return new Set(["string"]);
    case "literal":
      return new Set([typeof expression.value === "boolean" ? "boolean" : "number"]);
    case "list":
      return new Set(["strings"]);
    case "reference":
      return typesOf(expression.name);
    case "call":
      return typesOfCall(expression.fn, expression.args, typesOf);
  }
}

/** Returns the type of the member at a path. */
export function typeOfPath(path: string): RuleType {
  const last = /([^.]*)$/.exec(path)?.[1] ?? "";
  if (booleanMembers.has(last)) return "boolean";
  return last === "resourceId" ? "strings" : "string";
}

function typesOfCall(
  fn: string,
  args: readonly RuleExpression[],
  typesOf: TypesOf,
): ReadonlySet<RuleType> {
  const [, second] = args;
  switch (fn) {
    case "coalesce":
      return typesOfAll(args, typesOf);
    case "ite":
      return typesOfAll(args.slice(1), typesOf);
    case "getAttr":
      return new Set([typeOfPath(second?.kind === "template" ? second.text : "")]);
    default:
      return new Set([functionTypes[fn] ?? "boolean"]);
  }
}

function typesOfAll(
  expressions: readonly RuleExpression[],
  typesOf: TypesOf,
): ReadonlySet<RuleType> {
  return new Set(expressions.flatMap((expression) => [...typesOfExpression(expression, typesOf)]));
}

/** The boolean members of the results of functions. */
const booleanMembers = new Set(["isIp", "supportsDualStack", "supportsFIPS"]);

const parameterTypes = { Boolean: "boolean", String: "string", StringArray: "strings" } as const;

/** The result types of functions; all others return a boolean. */
const functionTypes: Readonly<Record<string, RuleType>> = {
  "aws.parseArn": "ParsedArn",
  "aws.partition": "Partition",
  parseURL: "ParsedUrl",
  split: "strings",
  substring: "string",
  uriEncode: "string",
};
