import { isObject } from "@tinsmith/values";

/** Creates the error for an invalid argument of the user. */
export function wrongArgument(expected: string, given: unknown): TypeError {
  return new TypeError(`${expected}. Received ${describe(given)}.`);
}

/** Returns the kind of an object, because its contents may be secret, or a primitive value. */
function describe(given: unknown): string {
  if (typeof given === "string") return JSON.stringify(given);
  if (typeof given !== "function" && !isObject(given)) return String(given);
  return given.constructor?.name ?? "Object";
}
