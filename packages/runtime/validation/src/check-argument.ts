import { isRecord } from "@tinsmith/values";

/**
 * Checks an argument of a public function.
 *
 * @throws TypeError that names the argument, its value and what is allowed
 */
export function checkArgument(fits: boolean, expected: string, value: unknown): void {
  if (!fits) throw new TypeError(`${expected}. Received ${describe(value)}.`);
}

/** @throws TypeError if the value is not an object, or has a member with another name */
export function checkNames(value: unknown, names: readonly string[], what: string): void {
  checkArgument(isRecord(value), `${what} must be an object`, value);
  for (const name of Object.keys(Object(value))) {
    const expected = `${what} must have no names but ${names.join(", ")}`;
    checkArgument(names.includes(name), expected, name);
  }
}

/** @throws TypeError if the value was not created by `validator` */
export function checkValidator(value: unknown, name: string): void {
  const fits = isRecord(value) && "shape" in value;
  checkArgument(fits, `The first argument of ${name} must be a generated validator`, value);
}

/** Returns a primitive value, or the kind of an object, because its contents may be sensitive. */
function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value) ? "an array" : "an object";
}
