import type { RuleCondition, RuleExpression, RuleParameter } from "@tinsmith/service";

/** What a value of the endpoint rules is, apart from whether it is there. */
export type RuleType =
  | "boolean"
  | "number"
  | "string"
  | "strings"
  | "Partition"
  | "ParsedArn"
  | "ParsedUrl";

type TypesOf = (name: string) => ReadonlySet<RuleType>;

/** The types of parameters and assigned values. A name that is assigned in several places may have several. */
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

/** The types that an expression's value may have. */
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

/** The type of a member that a path leads to. */
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

/** Members of what the functions give that are boolean. */
const booleanMembers = new Set(["isIp", "supportsDualStack", "supportsFIPS"]);

const parameterTypes = { Boolean: "boolean", String: "string", StringArray: "strings" } as const;

/** What functions give; the others decide something. */
const functionTypes: Readonly<Record<string, RuleType>> = {
  "aws.parseArn": "ParsedArn",
  "aws.partition": "Partition",
  parseURL: "ParsedUrl",
  split: "strings",
  substring: "string",
  uriEncode: "string",
};
