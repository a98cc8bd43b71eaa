import { any, arrayOf, boolean, number, string } from "./value-type.js";
import type { ValueType } from "./value-type.js";

type Kind = ValueType["kind"];

/** The type of a parameter: one type, one of several, or an array of values of a type. */
export type Parameter =
  | { readonly is: Kind }
  | { readonly oneOf: readonly Kind[] }
  | { readonly arrayOf: Kind };

export interface Signature {
  readonly args: readonly Parameter[];
  /** The type of further arguments, if they are allowed. */
  readonly rest?: Parameter;
  readonly returns: (args: readonly ValueType[]) => ValueType;
}

const anything: Parameter = { is: "any" };
const anArray: Parameter = { is: "array" };
const anExpression: Parameter = { is: "expression" };
const aNumber: Parameter = { is: "number" };
const anObject: Parameter = { is: "object" };
const aString: Parameter = { is: "string" };
const numbers: Parameter = { arrayOf: "number" };

const first = (args: readonly ValueType[]): ValueType => args[0] ?? any;
const item = (args: readonly ValueType[]): ValueType =>
  args[0]?.kind === "array" ? args[0].item : any;

/** The functions of the JMESPath specification. */
export const functions: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ["abs", { args: [aNumber], returns: () => number }],
  ["avg", { args: [numbers], returns: () => number }],
  ["ceil", { args: [aNumber], returns: () => number }],
  ["contains", { args: [{ oneOf: ["array", "string"] }, anything], returns: () => boolean }],
  ["ends_with", { args: [aString, aString], returns: () => boolean }],
  ["floor", { args: [aNumber], returns: () => number }],
  ["join", { args: [aString, { arrayOf: "string" }], returns: () => string }],
  ["keys", { args: [anObject], returns: () => arrayOf(string) }],
  ["length", { args: [{ oneOf: ["string", "array", "object"] }], returns: () => number }],
  ["map", { args: [anExpression, anArray], returns: () => arrayOf(any) }],
  ["max", { args: [anArray], returns: item }],
  ["max_by", { args: [anArray, anExpression], returns: item }],
  ["merge", { args: [], rest: anObject, returns: first }],
  ["min", { args: [anArray], returns: item }],
  ["min_by", { args: [anArray, anExpression], returns: item }],
  ["not_null", { args: [anything], rest: anything, returns: () => any }],
  ["reverse", { args: [{ oneOf: ["array", "string"] }], returns: first }],
  ["sort", { args: [anArray], returns: first }],
  ["sort_by", { args: [anArray, anExpression], returns: first }],
  ["starts_with", { args: [aString, aString], returns: () => boolean }],
  ["sum", { args: [numbers], returns: () => number }],
  ["to_array", { args: [anything], returns: () => arrayOf(any) }],
  ["to_number", { args: [anything], returns: () => number }],
  ["to_string", { args: [anything], returns: () => string }],
  ["type", { args: [anything], returns: () => string }],
  ["values", { args: [anObject], returns: () => arrayOf(any) }],
]);

/** The reason why a parameter does not accept a value of a type; `undefined` if it does. */
export function refusal(parameter: Parameter, found: ValueType): string | undefined {
  if (found.kind === "any") return undefined;
  if ("is" in parameter) {
    if (parameter.is === "any" || parameter.is === found.kind) return undefined;
    return `Expected argument to be ${parameter.is}, but found ${found.kind}`;
  }
  if ("oneOf" in parameter) {
    if (parameter.oneOf.includes(found.kind)) return undefined;
    return `Expected one of [${parameter.oneOf.join(", ")}], but found ${found.kind}`;
  }
  if (found.kind !== "array") return `Expected argument to be an array, but found ${found.kind}`;
  const { kind } = found.item;
  if (kind === "any" || kind === parameter.arrayOf) return undefined;
  return `Expected an array of ${parameter.arrayOf}, but found ${kind} at index 0`;
}
