import { isPlainRecord } from "@tinsmith/values";

/**
 * What JMESPath expressions become where TypeScript has no operator of the same meaning. `undefined` and `null` both
 * stand for JMESPath's null.
 * JMESPath: https://jmespath.org/specification.html
 */

export type Nothing = null | undefined;

export const isPresent = <T>(value: T): value is NonNullable<T> =>
  value !== undefined && value !== null;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** `value.name` */
export const field = (value: unknown, name: string): unknown =>
  isPlainRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** `value[at]`; negative numbers count from the end. */
export const index = (value: unknown, at: number): unknown =>
  isList(value) ? value.at(at) : undefined;

/** `value[start:stop:step]` */
export function slice(
  value: unknown,
  start?: number,
  stop?: number,
  step = 1,
): readonly unknown[] | undefined {
  if (step === 0) throw new TypeError("A slice cannot have a step of 0.");
  if (!isList(value)) return undefined;
  const { length } = value;
  const bound = (position: number) =>
    step > 0
      ? Math.min(Math.max(position < 0 ? position + length : position, 0), length)
      : Math.min(Math.max(position < 0 ? position + length : position, -1), length - 1);
  const first = start === undefined ? (step > 0 ? 0 : length - 1) : bound(start);
  const end = stop === undefined ? (step > 0 ? length : -1) : bound(stop);
  const taken: unknown[] = [];
  for (let at = first; step > 0 ? at < end : at > end; at += step) taken.push(value[at]);
  return taken;
}

/** `list[*].…`: what becomes of each item, where it becomes anything. */
export function project<Item>(
  list: readonly Item[] | Nothing,
  to: (item: Item) => unknown,
): readonly unknown[] | undefined;
export function project(
  list: unknown,
  to: (item: unknown) => unknown,
): readonly unknown[] | undefined;
export function project(
  list: unknown,
  to: (item: unknown) => unknown,
): readonly unknown[] | undefined {
  return isList(list) ? list.map(to).filter(isPresent) : undefined;
}

/** `list[?…]` */
export const filter = (
  list: unknown,
  fits: (item: unknown) => boolean,
): readonly unknown[] | undefined => (isList(list) ? list.filter(fits) : undefined);

/** `value[]`: lists in a list become part of it. */
export const flatten = (value: unknown): readonly unknown[] | undefined =>
  isList(value) ? value.flat() : undefined;

/** `value.*` */
export const members = (value: unknown): readonly unknown[] | undefined =>
  isPlainRecord(value) ? Object.values(value) : undefined;

/** `left | right`, and `left.right` where the right side looks at the left one more than once. */
export const pipe = <Value, Result>(value: Value, to: (value: Value) => Result): Result =>
  to(value);

/** False for null, `false`, and what is empty. Every number is true. */
export function isTruthy(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === "") return false;
  if (isList(value)) return value.length > 0;
  return !isPlainRecord(value) || Object.keys(value).length > 0;
}

/** `left && right` */
export const and = (left: unknown, right: () => unknown): unknown =>
  isTruthy(left) ? right() : left;

/** `left || right` */
export const or = (left: unknown, right: () => unknown): unknown =>
  isTruthy(left) ? left : right();

/** `left == right`: the same type and the same content. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (!isPresent(left) || !isPresent(right)) return !isPresent(left) && !isPresent(right);
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, at) => isEqual(item, right[at]));
  }
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  if (!isPlainRecord(left) || !isPlainRecord(right)) return left === right;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isEqual(left[key], right[key]))
  );
}

const compare =
  (holds: (left: number, right: number) => boolean) =>
  (left: unknown, right: unknown): boolean | undefined =>
    typeof left === "number" && typeof right === "number" ? holds(left, right) : undefined;

/** The comparisons of order: of numbers only, null for anything else. */
export const isLess = /* @__PURE__ */ compare((left, right) => left < right);
export const isLessOrEqual = /* @__PURE__ */ compare((left, right) => left <= right);
export const isGreater = /* @__PURE__ */ compare((left, right) => left > right);
export const isGreaterOrEqual = /* @__PURE__ */ compare((left, right) => left >= right);

/** Whether a list holds nothing but this text, once at least. */
export const allEqual = (list: unknown, text: string): boolean =>
  isList(list) && list.length > 0 && list.every((item) => item === text);

/** Whether a list holds this text. */
export const anyEqual = (list: unknown, text: string): boolean =>
  isList(list) && list.includes(text);
