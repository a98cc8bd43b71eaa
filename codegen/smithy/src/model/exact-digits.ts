import type { NodeValue, ShapeId, Traits } from "./model.js";
import { traitOrigin } from "./trait-origins.js";

type Container = Extract<NodeValue, object>;

/**
 * The digits of numbers by their container. They are kept apart from the data, which remains plain.
 * Containers are frozen and shared, so the entries stay valid.
 */
const kept = new WeakMap<Container, ReadonlyMap<string, string>>();

/**
 * Returns the digits of a number in a list or object of a model, as written in its source, if they
 * differ from those of its double: `0.1000000000000000000001`, `9223372036854775808`, `1.0`.
 * `undefined` for any other value, and in data that a transform has rebuilt.
 */
export function exactDigits(container: NodeValue, key: string | number): string | undefined {
  if (typeof container !== "object" || container === null) return undefined;
  return kept.get(container)?.get(String(key));
}

/** Records the digits of a container's numbers, by key. */
export function keepDigits(
  container: Container,
  digits: readonly (readonly [key: string, digits: string])[],
): void {
  if (digits.length > 0) kept.set(container, new Map(digits));
}

/**
 * Returns the digits of a trait's value, which is not in a container:
 * `@default(9223372036854775807)`.
 */
export function traitDigits(traits: Traits, id: ShapeId): string | undefined {
  const syntax = traitOrigin(traits, id)?.syntax;
  // A transform may have changed the value since it was written.
  return syntax?.kind === "number" && syntax.value === traits.get(id) ? syntax.digits : undefined;
}

/** Joins lists, with their digits; the result is frozen. */
export function joinLists(lists: readonly (readonly NodeValue[])[]): readonly NodeValue[] {
  const joined = Object.freeze(lists.flat(1));
  let offset = 0;
  const digits: (readonly [key: string, digits: string])[] = [];
  for (const list of lists) {
    for (const index of list.keys()) {
      const found = exactDigits(list, index);
      if (found !== undefined) digits.push([String(offset + index), found]);
    }
    offset += list.length;
  }
  keepDigits(joined, digits);
  return joined;
}
