import { isRecord } from "@tinsmith/values";
import { wrongArgument } from "../errors/wrong-argument.js";
import type { ClientInput } from "../client/service-client.js";

type OptionName = keyof ClientInput;

/** The options with a value of each type. */
const types: Readonly<Record<string, readonly OptionName[]>> = {
  "a boolean": [
    "tls",
    "useDualstackEndpoint",
    "useFipsEndpoint",
    "disableHostPrefix",
    "ignoreConfiguredEndpointUrls",
  ],
  "a string": ["region", "profile", "serviceId", "userAgentAppId"],
  "a number": ["maxAttempts"],
  "an object": ["requestHandler", "retryStrategy", "logger"],
  "an array": ["plugins", "extensions", "authSchemePreference", "httpAuthSchemes"],
};

/** The options with a few values. */
const choices: Readonly<Partial<Record<OptionName, readonly unknown[]>>> = {
  retryMode: ["standard", "adaptive"],
  defaultsMode: ["standard", "in-region", "cross-region", "mobile", "auto", "legacy"],
};

/**
 * Checks the options of a client. Functions are accepted for every option: the values that
 * providers return are only known when a call needs them.
 *
 * @throws TypeError if the options are not an object, or an option has a value of the wrong type
 */
export function checkConfig(options: ClientInput): void {
  if (!isRecord(options)) throw wrongArgument("Client options must be an object", options);
  for (const [type, names] of Object.entries(types)) {
    for (const name of names) check(options, name, type, (value) => type.endsWith(typeOf(value)));
  }
  for (const [name, values] of Object.entries(choices)) {
    check(options, name, `one of: ${values.join(", ")}`, (value) => values.includes(value));
  }
  check(options, "endpoint", "an absolute URL", isEndpoint);
}

function check(
  options: Record<string, unknown>,
  name: string,
  expected: string,
  fits: (value: unknown) => boolean,
): void {
  const value = options[name] ?? undefined;
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
