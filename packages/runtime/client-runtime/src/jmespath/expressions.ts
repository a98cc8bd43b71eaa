import { isDate, isPlainRecord } from "@tinsmith/values";

/**
 * Functions for JMESPath expressions that have no equivalent TypeScript operator. `undefined` and
 * `null` both represent JMESPath's null.
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

/** `list[*].…`: maps each item and drops null results. */
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
  matches: (item: unknown) => boolean,
): readonly unknown[] | undefined => (isList(list) ? list.filter(matches) : undefined);

/** `value[]`: flattens one level of nested lists. */
export const flatten = (value: unknown): readonly unknown[] | undefined =>
  isList(value) ? value.flat() : undefined;

/** `value.*` */
export const members = (value: unknown): readonly unknown[] | undefined =>
  isPlainRecord(value) ? Object.values(value) : undefined;

/** `left | right`, and `left.right` if the right side uses the left value more than once. */
export const pipe = <Value, Result>(value: Value, to: (value: Value) => Result): Result =>
  to(value);

/** Returns false for null, `false`, and empty strings, lists and objects. Every number is true. */
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

/** `left == right`: compares type and content. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (!isPresent(left) || !isPresent(right)) return !isPresent(left) && !isPresent(right);
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, at) => isEqual(item, right[at]));
  }
  if (isDate(left) && isDate(right)) return left.getTime() === right.getTime();
  if (!isPlainRecord(left) || !isPlainRecord(right)) return left === right;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isEqual(left[key], right[key]))
  );
}

const compare =
  (matches: (left: number, right: number) => boolean) =>
  (left: unknown, right: unknown): boolean | undefined =>
    typeof left === "number" && typeof right === "number" ? matches(left, right) : undefined;

/** The ordering comparisons apply to numbers only and are null for other types. */
export const isLess = /* @__PURE__ */ compare((left, right) => left < right);
export const isLessOrEqual = /* @__PURE__ */ compare((left, right) => left <= right);
export const isGreater = /* @__PURE__ */ compare((left, right) => left > right);
export const isGreaterOrEqual = /* @__PURE__ */ compare((left, right) => left >= right);

/** Returns true if a list is not empty and every item equals the text. */
export const allEqual = (list: unknown, text: string): boolean =>
  isList(list) && list.length > 0 && list.every((item) => item === text);

/** Returns true if a list contains the text. */
export const anyEqual = (list: unknown, text: string): boolean =>
  isList(list) && list.includes(text);
