import type { NodeValue } from "./model.js";

type Container = Extract<NodeValue, object>;

/** Kept beside the data, which stays plain: containers are frozen and go from stage to stage as they are. */
const kept = new WeakMap<Container, ReadonlyMap<string, string>>();

/**
 * The digits of a number in a list or object of a model, as its source has them, where the double that stands for it is
 * written otherwise: `0.1000000000000000000001`, `9223372036854775808`, `1.0`. `undefined` for any other value, and in
 * data that a transform has made anew.
 */
export function exactDigits(container: NodeValue, key: string | number): string | undefined {
  if (typeof container !== "object" || container === null) return undefined;
  return kept.get(container)?.get(String(key));
}

/** Keeps the digits of a container's numbers, by key. */
export function keepDigits(
  container: Container,
  digits: readonly (readonly [key: string, digits: string])[],
): void {
  if (digits.length > 0) kept.set(container, new Map(digits));
}
