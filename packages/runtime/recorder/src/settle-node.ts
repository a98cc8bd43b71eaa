import { createHash } from "node:crypto";
import type { NodeObject, NodeValue } from "@tinsmith/smithy";
import { isRecord } from "@tinsmith/values";

/**
 * Returns the first of two outputs of the same call. If a value differs in the second output, it is
 * replaced with the value of the example, or with a text of the same length that depends only on
 * its path. If no value differs, returns the first output itself.
 */
export function settleNode(
  first: NodeObject,
  second: NodeObject,
  example: NodeValue | undefined,
): NodeObject {
  // Settling an object results in an object.
  return settle(first, second, example, "") as NodeObject;
}

function settle(
  first: NodeValue,
  second: NodeValue | undefined,
  example: NodeValue | undefined,
  path: string,
): NodeValue {
  if (Array.isArray(first)) {
    const [others, examples] = [listOf(second), listOf(example)];
    const items = first.map((item, index) =>
      settle(item, others[index], examples[index], `${path}[${index}]`),
    );
    return items.every((item, index) => item === first[index]) ? first : items;
  }
  if (isNodeRecord(first)) {
    const [others, examples] = [recordIn(second), recordIn(example)];
    const entries = Object.entries(first).map(
      ([name, value]) =>
        [name, settle(value, others[name], examples[name], `${path}.${name}`)] as const,
    );
    return entries.every(([name, value]) => value === first[name])
      ? first
      : Object.fromEntries(entries);
  }
  if (first === second) return first;
  if (typeof example === typeof first && example !== undefined) return example;
  return typeof first === "string" ? textFor(path, first.length) : first;
}

const listOf = (value: NodeValue | undefined): readonly NodeValue[] =>
  Array.isArray(value) ? value : [];

const recordIn = (value: NodeValue | undefined): NodeObject => (isNodeRecord(value) ? value : {});

const isNodeRecord = (value: NodeValue | undefined): value is NodeObject => isRecord(value);

function textFor(path: string, length: number): string {
  const digits = createHash("sha256").update(path).digest("hex");
  return digits.repeat(Math.ceil(length / digits.length)).slice(0, length);
}
