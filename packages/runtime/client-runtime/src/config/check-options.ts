import { isRecord } from "@tinsmith/values";
import { wrongArgument } from "../errors/wrong-argument.js";

/**
 * Checks the types of a client's options. `null` means that an option is omitted. The values that
 * providers return are only known when a call needs them.
 *
 * @param types - the names of the options by the type of their value, joined in one string, because
 *   the table is part of every bundle
 * @throws TypeError if the options are not an object, or an option has a value of the wrong type
 */
export function checkOptionTypes(options: object, types: Readonly<Record<string, string>>): void {
  if (!isRecord(options)) throw wrongArgument("Client options must be an object", options);
  for (const [type, names] of Object.entries(types)) {
    for (const name of names.split(" ")) {
      checkOption(options, name, type, (value) => type.includes(typeOf(value)));
    }
  }
  checkOption(options, "endpoint", "an absolute URL", isEndpoint);
  checkOption(options, "retryStrategy", "a retry strategy", isRetryStrategy);
}

/** @throws TypeError if the option has a value that does not fit */
export function checkOption(
  options: object,
  name: string,
  expected: string,
  fits: (value: unknown) => boolean,
): void {
  const value: unknown = Reflect.get(options, name) ?? undefined;
  if (value === undefined || fits(value)) return;
  throw wrongArgument(
    `The client option "${name}" must be ${expected}`,
    // A string that is passed instead of credentials or a token is likely a secret.
    name === "credentials" || name === "token" ? typeof value : value,
  );
}

/** Returns true for a URL, an object with its parts, and a provider. */
export function isEndpoint(value: unknown): boolean {
  return typeof value === "string"
    ? /^https?:/i.test(value)
    : typeof value === "function" || (isRecord(value) && ("url" in value || "hostname" in value));
}

const isRetryStrategy = (value: unknown): boolean =>
  isRecord(value) && typeof (value["acquireInitialRetryToken"] ?? value["retry"]) === "function";

function typeOf(value: unknown): string {
  if (typeof value === "number") return value < 0 ? "signed" : value >= 0 ? "number" : "NaN";
  return Array.isArray(value) ? "array" : typeof value;
}
