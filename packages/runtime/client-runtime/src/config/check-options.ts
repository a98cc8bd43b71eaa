import { isRecord } from "@tinsmith/values";
import { wrongArgument } from "../errors/wrong-argument.js";

/**
 * Checks the types of a client's options. Functions are accepted for every option: the values that
 * providers return are only known when a call needs them.
 *
 * @param types - the names of the options with a value of each type
 * @throws TypeError if the options are not an object, or an option has a value of the wrong type
 */
export function checkOptionTypes(
  options: object,
  types: Readonly<Record<string, readonly string[]>>,
): void {
  if (!isRecord(options)) throw wrongArgument("Client options must be an object", options);
  for (const [type, names] of Object.entries(types)) {
    for (const name of names) {
      checkOption(options, name, type, (value) => type.endsWith(typeOf(value)));
    }
  }
  checkOption(options, "endpoint", "an absolute URL", isEndpoint);
}

/** @throws TypeError if the option has a value that does not fit */
export function checkOption(
  options: object,
  name: string,
  expected: string,
  fits: (value: unknown) => boolean,
): void {
  const value: unknown = Reflect.get(options, name) ?? undefined;
  if (value !== undefined && typeof value !== "function" && !fits(value)) {
    throw wrongArgument(`The client option "${name}" must be ${expected}`, value);
  }
}

function isEndpoint(value: unknown): boolean {
  return typeof value === "string" ? /^https?:/i.test(value) : isRecord(value);
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}
