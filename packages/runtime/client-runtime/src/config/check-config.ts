import { isObject, isRecord } from "@tinsmith/values";
import { wrongArgument } from "../errors/wrong-argument.js";
import type { ClientInput } from "../client/service-client.js";

type OptionName = keyof ClientInput;

const booleans: readonly OptionName[] = [
  "tls",
  "useDualstackEndpoint",
  "useFipsEndpoint",
  "disableHostPrefix",
  "ignoreConfiguredEndpointUrls",
];
const strings: readonly OptionName[] = ["region", "profile", "serviceId", "userAgentAppId"];
const functions: readonly OptionName[] = ["endpointProvider", "httpAuthSchemeProvider", "sha256"];
const lists: readonly OptionName[] = [
  "plugins",
  "extensions",
  "authSchemePreference",
  "httpAuthSchemes",
];
const objects: readonly OptionName[] = ["requestHandler", "retryStrategy", "logger"];
const retryModes = ["standard", "adaptive"];
const defaultsModes = ["standard", "in-region", "cross-region", "mobile", "auto", "legacy"];

/**
 * Checks the options of a client. Providers are accepted for every option: their values are only
 * known when a call needs them.
 *
 * @throws TypeError if the options are not an object, or an option has a value of the wrong type
 */
export function checkConfig(options: ClientInput): void {
  if (!isRecord(options)) throw wrongArgument("Client options must be an object", options);
  check(options, booleans, "a boolean", (value) => typeof value === "boolean");
  check(options, strings, "a string", (value) => typeof value === "string");
  check(options, functions, "a function", () => false);
  check(options, lists, "an array", Array.isArray);
  check(options, objects, "an object", isObject);
  check(options, ["maxAttempts"], "a number of 0 or more", (value) => Number(value) >= 0);
  check(options, ["retryMode"], `one of: ${retryModes.join(", ")}`, isIn(retryModes));
  check(options, ["defaultsMode"], `one of: ${defaultsModes.join(", ")}`, isIn(defaultsModes));
  check(options, ["endpoint"], "an absolute URL", isEndpoint);
}

function check(
  options: Record<string, unknown>,
  names: readonly OptionName[],
  expected: string,
  fits: (value: unknown) => boolean,
): void {
  for (const name of names) {
    const value = options[name] ?? undefined;
    if (value !== undefined && typeof value !== "function" && !fits(value)) {
      throw wrongArgument(`The client option "${name}" must be ${expected}`, value);
    }
  }
}

function isIn(allowed: readonly unknown[]): (value: unknown) => boolean {
  return (value) => allowed.includes(value);
}

function isEndpoint(value: unknown): boolean {
  return isObject(value) || /^https?:\/\//i.test(String(value));
}
