import { isRecord } from "@tinsmith/values";
import { wrongArgument } from "../errors/wrong-argument.js";
import type { ClientInput } from "../client/service-client.js";

/** The options with a value of each type, as text, because it is part of every bundle. */
const types: Readonly<Record<string, string>> = {
  "a boolean": "tls disableHostPrefix ignoreConfiguredEndpointUrls",
  "a boolean or a function": "useDualstackEndpoint useFipsEndpoint",
  "a string": "profile serviceId",
  "a string or a function": "region userAgentAppId",
  "a string or an array": "customUserAgent",
  "a number": "systemClockOffset",
  "a number or a function": "maxAttempts",
  "an object": "requestHandler retryStrategy logger",
  "an object or a function": "credentials signer",
  "an array": "plugins extensions httpAuthSchemes",
  "an array or a function": "authSchemePreference",
  "a function": "sha256",
};

/** The options with a few values. */
const choices: Readonly<Record<string, readonly unknown[]>> = {
  retryMode: ["standard", "adaptive"],
  defaultsMode: ["standard", "in-region", "cross-region", "mobile", "auto", "legacy"],
};

/**
 * Checks the options of a client. `null` means that an option is omitted. The values that providers
 * return are only known when a call needs them.
 *
 * @throws TypeError if the options are not an object, or an option has a value of the wrong type
 */
export function checkConfig(options: ClientInput): void {
  if (!isRecord(options)) throw wrongArgument("Client options must be an object", options);
  const check = (name: string, expected: string, fits: (value: unknown) => boolean): void => {
    const value = options[name] ?? undefined;
    if (value === undefined || fits(value)) return;
    throw wrongArgument(
      `The client option "${name}" must be ${expected}`,
      // Text in the place of credentials is a secret.
      name === "credentials" ? typeof value : value,
    );
  };
  for (const [type, names] of Object.entries(types)) {
    for (const name of names.split(" ")) check(name, type, (value) => type.includes(typeOf(value)));
  }
  for (const [name, values] of Object.entries(choices)) {
    const fits = (value: unknown) => typeof value === "function" || values.includes(value);
    check(name, `one of: ${values.join(", ")}`, fits);
  }
  check("endpoint", "an absolute URL", isEndpoint);
}

/** Returns true for a URL, an object with its parts, and a provider. */
export function isEndpoint(value: unknown): boolean {
  return typeof value === "string"
    ? /^https?:/i.test(value)
    : typeof value === "function" || (isRecord(value) && ("url" in value || "hostname" in value));
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? "array" : Number.isNaN(value) ? "NaN" : typeof value;
}
