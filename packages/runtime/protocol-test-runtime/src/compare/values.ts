import { isAsyncIterable, isObject } from "@tinsmith/values";
import { readBody } from "../cases/read-body.js";
import { ExactNumber } from "./exact-number.js";
import { sameText } from "./same-text.js";

/**
 * Returns the differences between two values, each with its path. The comparison is exact: an
 * additional member, `1` for `1n`, the sign of a zero, and NaN for a missing value are differences.
 * A member that is `undefined` counts as absent, and bytes are equal to a stream with the same
 * bytes.
 */
export async function differences(
  actual: unknown,
  expected: unknown,
  path = "",
): Promise<readonly string[]> {
  const differ = [
    `${path === "" ? "value" : path}: expected ${show(expected)}, got ${show(actual)}`,
  ];
  if (Object.is(actual, expected)) return [];
  if (typeof actual === "string" && typeof expected === "string")
    return sameText(actual, expected) ? [] : differ;
  if (!isObject(actual) || !isObject(expected)) return differ;
  if (isBinary(actual) && isBinary(expected)) return compareBytes(actual, expected, path);
  const numbers = [exactNumber(actual), exactNumber(expected)] as const;
  if (numbers[0] && numbers[1]) return numbers[0].value === numbers[1].value ? [] : differ;
  if (actual instanceof Date && expected instanceof Date)
    return actual.getTime() === expected.getTime() ? [] : differ;
  if (Array.isArray(actual) && Array.isArray(expected)) return compareLists(actual, expected, path);
  if (isPlain(actual) && isPlain(expected)) return compareMembers(actual, expected, path);
  return differ;
}

async function compareLists(
  actual: readonly unknown[],
  expected: readonly unknown[],
  path: string,
): Promise<readonly string[]> {
  if (actual.length !== expected.length)
    return [`${path}: expected ${show(expected)}, got ${show(actual)}`];
  const found: string[] = [];
  for (const [index, item] of expected.entries())
    found.push(...(await differences(actual[index], item, `${path}[${index}]`)));
  return found;
}

async function compareMembers(
  actual: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
  path: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of new Set([...membersOf(expected), ...membersOf(actual)])) {
    const at = path === "" ? name : `${path}.${name}`;
    const [is, shouldBe] = [ownValue(actual, name), ownValue(expected, name)];
    if (shouldBe === undefined) found.push(`${at}: unexpected, ${show(is)}`);
    else if (is === undefined) found.push(`${at}: absent, expected ${show(shouldBe)}`);
    else found.push(...(await differences(is, shouldBe, at)));
  }
  return found;
}

async function compareBytes(
  actual: unknown,
  expected: unknown,
  path: string,
): Promise<readonly string[]> {
  const [is, shouldBe] = [await readBody(actual), await readBody(expected)];
  return Buffer.compare(is, shouldBe) === 0
    ? []
    : [`${path}: expected ${show(shouldBe)}, got ${show(is)}`];
}

const isBinary = (value: object): boolean =>
  value instanceof Uint8Array || value instanceof Blob || isAsyncIterable(value);

/**
 * Returns true for an object with members, regardless of its prototype. Readers may create objects
 * without a prototype, and errors have other prototypes.
 */
const isPlain = (value: object): value is Readonly<Record<string, unknown>> =>
  !Array.isArray(value) && !(value instanceof Date) && !isBinary(value) && !exactNumber(value);

const membersOf = (value: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(value).filter((name) => value[name] !== undefined);

const ownValue = (value: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined;

function exactNumber(value: object): ExactNumber | undefined {
  if (value instanceof ExactNumber) return value;
  return "type" in value &&
    value.type === "bigDecimal" &&
    "string" in value &&
    typeof value.string === "string"
    ? new ExactNumber(value.string)
    : undefined;
}

/** Renders a value for a message, truncated to a readable length. */
function show(value: unknown): string {
  const text = showWhole(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

function showWhole(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (!isObject(value)) return JSON.stringify(value) ?? String(value);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? "an invalid date" : value.toISOString();
  if (value instanceof Uint8Array) return `bytes ${JSON.stringify(Buffer.from(value).toString())}`;
  if (isBinary(value)) return "a stream";
  if (Array.isArray(value)) return `[${value.map(showWhole).join(", ")}]`;
  const number = exactNumber(value);
  if (number) return `the decimal ${number.text}`;
  const members = Object.entries(value).map(([name, item]) => `${name}: ${showWhole(item)}`);
  return `{ ${members.join(", ")} }`;
}
