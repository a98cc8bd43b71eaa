import type { NodeValue } from "../../../../model/model.js";
import { isNodeArray } from "../../../../model/node-value.js";

/** A value in endpoint rules; `undefined` if it is not set. */
export type RuleValue =
  | string
  | number
  | boolean
  | readonly RuleValue[]
  | { readonly [key: string]: RuleValue }
  | undefined;

/** The error of endpoint rules that cannot be evaluated; the message has the reason. */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
}

/** Converts a node of a model to a value. */
export function valueOfNode(node: NodeValue): RuleValue {
  if (node === null) return undefined;
  if (isNodeArray(node)) return node.map(valueOfNode);
  if (typeof node === "object") {
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, valueOfNode(value)]),
    );
  }
  if (typeof node === "number" && !(Number.isInteger(node) && node >= 0)) {
    throw new EvaluationError("only integers >=0 are supported");
  }
  return node;
}

/** Converts a value to the node that represents it. */
export function nodeOfValue(value: RuleValue): NodeValue {
  if (value === undefined) return null;
  if (isList(value)) return value.map(nodeOfValue);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, nodeOfValue(item)]));
}

export const isList = (value: RuleValue): value is readonly RuleValue[] => Array.isArray(value);

export function asText(value: RuleValue): string {
  if (typeof value === "string") return value;
  throw mismatch("StringType", value);
}

export function asBoolean(value: RuleValue): boolean {
  if (typeof value === "boolean") return value;
  throw mismatch("BooleanType", value);
}

export function asInteger(value: RuleValue): number {
  if (typeof value === "number") return value;
  throw mismatch("IntegerType", value);
}

export function asList(value: RuleValue): readonly RuleValue[] {
  if (isList(value)) return value;
  throw mismatch("ArrayType", value);
}

export function asRecord(value: RuleValue): { readonly [key: string]: RuleValue } {
  if (typeof value === "object" && !isList(value)) return value;
  throw mismatch("RecordType", value);
}

const mismatch = (expected: string, value: RuleValue): EvaluationError =>
  new EvaluationError(
    `Expected \`${expected}\` but was \`${typeOf(value)}\` with value: \`${showValue(value)}\``,
  );

/** The name of a type in messages. */
function typeOf(value: RuleValue): string {
  switch (typeof value) {
    case "undefined":
      return "EmptyType";
    case "string":
      return "StringType";
    case "boolean":
      return "BooleanType";
    case "number":
      return "IntegerType";
    default:
      break;
  }
  if (!isList(value)) return showEntries(value, typeOf);
  const first = value.find((item) => item !== undefined);
  return first === undefined ? "[EmptyType]" : `[OptionalType[${typeOf(first)}]]`;
}

/** Formats a value for a message. */
export function showValue(value: RuleValue): string {
  if (value === undefined) return "<empty>";
  if (isList(value)) return `[${value.map(showValue).join(", ")}]`;
  return typeof value === "object" ? showEntries(value, showValue) : String(value);
}

const showEntries = (
  record: { readonly [key: string]: RuleValue },
  show: (value: RuleValue) => string,
): string =>
  `{${Object.entries(record)
    .map(([key, value]) => `${key}=${show(value)}`)
    .join(", ")}}`;
