/**
 * The functions of JMESPath. Where an argument is not of a type that the function takes, they throw a TypeError, and
 * the expression has no result.
 * JMESPath: https://jmespath.org/specification.html#built-in-functions
 */

import { isPlainRecord } from "@tinsmith/values";
import { isEqual, isPresent } from "./expressions.js";

type Item = (item: unknown) => unknown;

function fail(expected: string): never {
  throw new TypeError(`A JMESPath function was given something else than ${expected}.`);
}

const numberOf = (value: unknown): number => (typeof value === "number" ? value : fail("a number"));

const stringOf = (value: unknown): string => (typeof value === "string" ? value : fail("a string"));

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : fail("a list");

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  isPlainRecord(value) ? value : fail("an object");

/** Code points, which is how JMESPath counts. */
const charactersOf = (text: string): string[] => Array.from(text);

export const abs = (value: unknown): number => Math.abs(numberOf(value));

export function avg(list: unknown): number | undefined {
  const { length } = listOf(list);
  return length === 0 ? undefined : sum(list) / length;
}

export const ceil = (value: unknown): number => Math.ceil(numberOf(value));

export const contains = (subject: unknown, search: unknown): boolean =>
  typeof subject === "string"
    ? typeof search === "string" && subject.includes(search)
    : listOf(subject).some((item) => isEqual(item, search));

export const endsWith = (subject: unknown, suffix: unknown): boolean =>
  stringOf(subject).endsWith(stringOf(suffix));

export const floor = (value: unknown): number => Math.floor(numberOf(value));

export const join = (glue: unknown, list: unknown): string =>
  listOf(list).map(stringOf).join(stringOf(glue));

export const keys = (value: unknown): string[] => Object.keys(objectOf(value));

export function length(value: unknown): number {
  if (typeof value === "string") return charactersOf(value).length;
  return isPlainRecord(value) ? Object.keys(value).length : listOf(value).length;
}

export const map = (to: Item, list: unknown): readonly unknown[] => listOf(list).map(to);

export const max = (list: unknown): unknown => last(sort(list));

export function maxBy(list: unknown, by: Item): unknown {
  const sorted = sortBy(list, by);
  const greatest = by(last(sorted));
  return sorted.find((item) => by(item) === greatest);
}

export const merge = (...objects: readonly unknown[]): unknown =>
  Object.assign({}, ...objects.map(objectOf));

export const min = (list: unknown): unknown => sort(list)[0];

export const minBy = (list: unknown, by: Item): unknown => sortBy(list, by)[0];

export const notNull = (...values: readonly unknown[]): unknown => values.find(isPresent);

export const reverse = (value: unknown): unknown =>
  typeof value === "string" ? charactersOf(value).reverse().join("") : [...listOf(value)].reverse();

export const sort = (list: unknown): readonly unknown[] => sortBy(list, (item) => item);

/** A stable order, of numbers or of strings by code point, not of both. */
export function sortBy(list: unknown, by: Item): readonly unknown[] {
  const keyed = listOf(list).map((item) => ({ item, key: by(item) }));
  const areNumbers = typeof keyed[0]?.key === "number";
  return keyed
    .sort((left, right) =>
      areNumbers
        ? numberOf(left.key) - numberOf(right.key)
        : compareText(stringOf(left.key), stringOf(right.key)),
    )
    .map(({ item, key }) => {
      // A list of one is never compared.
      if (!areNumbers) stringOf(key);
      return item;
    });
}

export const startsWith = (subject: unknown, prefix: unknown): boolean =>
  stringOf(subject).startsWith(stringOf(prefix));

export const sum = (list: unknown): number =>
  listOf(list).reduce((total: number, item) => total + numberOf(item), 0);

export const toArray = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [value ?? null];

export function toNumber(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  const isNumber = typeof value === "string" && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value);
  return isNumber ? Number(value) : undefined;
}

export const toString = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value ?? null);

export function type(value: unknown): string {
  if (!isPresent(value)) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}

export const values = (value: unknown): readonly unknown[] => Object.values(objectOf(value));

const last = (list: readonly unknown[]): unknown => list.at(-1);

function compareText(left: string, right: string): number {
  const [a, b] = [charactersOf(left), charactersOf(right)];
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
