/**
 * The functions of JMESPath. They throw a TypeError for an argument of a wrong type; the expression
 * then has no result.
 * JMESPath: https://jmespath.org/specification.html#built-in-functions
 */

import { isPlainRecord } from "@tinsmith/values";
import { isEqual, isPresent } from "./expressions.js";

type Item = (item: unknown) => unknown;

function fail(expected: string): never {
  throw new TypeError(`A JMESPath function received an invalid argument. Expected ${expected}.`);
}

const requireNumber = (value: unknown): number =>
  typeof value === "number" ? value : fail("a number");

const requireString = (value: unknown): string =>
  typeof value === "string" ? value : fail("a string");

const requireList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : fail("a list");

const requireObject = (value: unknown): Readonly<Record<string, unknown>> =>
  isPlainRecord(value) ? value : fail("an object");

/** Splits a string into code points. JMESPath counts them as characters. */
const toCharacters = (text: string): string[] => Array.from(text);

export const abs = (value: unknown): number => Math.abs(requireNumber(value));

export function avg(list: unknown): number | undefined {
  const { length } = requireList(list);
  return length === 0 ? undefined : sum(list) / length;
}

export const ceil = (value: unknown): number => Math.ceil(requireNumber(value));

export const contains = (subject: unknown, search: unknown): boolean =>
  typeof subject === "string"
    ? typeof search === "string" && subject.includes(search)
    : requireList(subject).some((item) => isEqual(item, search));

export const endsWith = (subject: unknown, suffix: unknown): boolean =>
  requireString(subject).endsWith(requireString(suffix));

export const floor = (value: unknown): number => Math.floor(requireNumber(value));

export const join = (glue: unknown, list: unknown): string =>
  requireList(list).map(requireString).join(requireString(glue));

export const keys = (value: unknown): string[] => Object.keys(requireObject(value));

export function length(value: unknown): number {
  if (typeof value === "string") return toCharacters(value).length;
  return isPlainRecord(value) ? Object.keys(value).length : requireList(value).length;
}

export const map = (to: Item, list: unknown): readonly unknown[] => requireList(list).map(to);

export const max = (list: unknown): unknown => last(sort(list));

export function maxBy(list: unknown, by: Item): unknown {
  const sorted = sortBy(list, by);
  const greatest = by(last(sorted));
  return sorted.find((item) => by(item) === greatest);
}

export const merge = (...objects: readonly unknown[]): unknown =>
  Object.assign({}, ...objects.map(requireObject));

export const min = (list: unknown): unknown => sort(list)[0];

export const minBy = (list: unknown, by: Item): unknown => sortBy(list, by)[0];

export const notNull = (...values: readonly unknown[]): unknown => values.find(isPresent);

export const reverse = (value: unknown): unknown =>
  typeof value === "string"
    ? toCharacters(value).reverse().join("")
    : [...requireList(value)].reverse();

export const sort = (list: unknown): readonly unknown[] => sortBy(list, (item) => item);

/** Sorts stably, either numbers or strings by code point, but not a mixture. */
export function sortBy(list: unknown, by: Item): readonly unknown[] {
  const keyed = requireList(list).map((item) => ({ item, key: by(item) }));
  const areNumbers = typeof keyed[0]?.key === "number";
  return keyed
    .sort((left, right) =>
      areNumbers
        ? requireNumber(left.key) - requireNumber(right.key)
        : compareText(requireString(left.key), requireString(right.key)),
    )
    .map(({ item, key }) => {
      // Checks the type here too, because a list of one item is never compared.
      if (!areNumbers) requireString(key);
      return item;
    });
}

export const startsWith = (subject: unknown, prefix: unknown): boolean =>
  requireString(subject).startsWith(requireString(prefix));

export const sum = (list: unknown): number =>
  requireList(list).reduce((total: number, item) => total + requireNumber(item), 0);

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

export const values = (value: unknown): readonly unknown[] => Object.values(requireObject(value));

const last = (list: readonly unknown[]): unknown => list.at(-1);

function compareText(left: string, right: string): number {
  const [a, b] = [toCharacters(left), toCharacters(right)];
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
