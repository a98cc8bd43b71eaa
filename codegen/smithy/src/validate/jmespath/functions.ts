import { any, arrayOf, boolean, number, string, type ValueType } from "./value-type.js";

type Kind = ValueType["kind"];

/** What each argument may be; the last one goes for any that follow where `variadic`. */
export interface Signature {
  readonly args: readonly (readonly Kind[])[];
  readonly variadic?: boolean;
  readonly returns: (args: readonly ValueType[]) => ValueType;
}

const anything: readonly Kind[] = ["any", "null", "string", "number", "boolean", "array", "object"];

const first = (args: readonly ValueType[]): ValueType => args[0] ?? any;
const item = (args: readonly ValueType[]): ValueType =>
  args[0]?.kind === "array" ? args[0].item : any;

/** The functions of the JMESPath specification. */
export const functions: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ["abs", { args: [["number"]], returns: () => number }],
  ["avg", { args: [["array"]], returns: () => number }],
  ["ceil", { args: [["number"]], returns: () => number }],
  ["contains", { args: [["array", "string"], anything], returns: () => boolean }],
  ["ends_with", { args: [["string"], ["string"]], returns: () => boolean }],
  ["floor", { args: [["number"]], returns: () => number }],
  ["join", { args: [["string"], ["array"]], returns: () => string }],
  ["keys", { args: [["object"]], returns: () => arrayOf(string) }],
  ["length", { args: [["string", "array", "object"]], returns: () => number }],
  ["map", { args: [["expression"], ["array"]], returns: () => arrayOf(any) }],
  ["max", { args: [["array"]], returns: item }],
  ["max_by", { args: [["array"], ["expression"]], returns: item }],
  ["merge", { args: [["object"]], variadic: true, returns: first }],
  ["min", { args: [["array"]], returns: item }],
  ["min_by", { args: [["array"], ["expression"]], returns: item }],
  ["not_null", { args: [anything], variadic: true, returns: () => any }],
  ["reverse", { args: [["array", "string"]], returns: first }],
  ["sort", { args: [["array"]], returns: first }],
  ["sort_by", { args: [["array"], ["expression"]], returns: first }],
  ["starts_with", { args: [["string"], ["string"]], returns: () => boolean }],
  ["sum", { args: [["array"]], returns: () => number }],
  ["to_array", { args: [anything], returns: () => arrayOf(any) }],
  ["to_number", { args: [anything], returns: () => number }],
  ["to_string", { args: [anything], returns: () => string }],
  ["type", { args: [anything], returns: () => string }],
  ["values", { args: [["object"]], returns: () => arrayOf(any) }],
]);
