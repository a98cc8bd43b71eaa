import type { ClientInput } from "../client/service-client.js";
import { checkOption, checkOptionTypes } from "./check-options.js";

/**
 * The options by the type of their value. The names are joined in one string, because this table is
 * part of every bundle.
 */
const types: Readonly<Record<string, string>> = {
  "a boolean": "tls disableHostPrefix ignoreConfiguredEndpointUrls",
  "a boolean or a function": "useDualstackEndpoint useFipsEndpoint",
  "a string": "profile serviceId",
  "a string or a function": "region userAgentAppId",
  "a string or an array": "customUserAgent",
  "a signed number": "systemClockOffset",
  "a number from 0 or a function": "maxAttempts",
  "an object": "requestHandler logger",
  "an object or a function": "credentials signer",
  "an array": "plugins extensions httpAuthSchemes",
  "an array or a function": "authSchemePreference",
  "a function": "sha256",
};

/** The options that allow only a few values, each with its values. */
const choices: Readonly<Record<string, readonly unknown[]>> = {
  retryMode: ["standard", "adaptive"],
  defaultsMode: ["standard", "in-region", "cross-region", "mobile", "auto", "legacy"],
};

/**
 * Checks the options of a client of an AWS service.
 *
 * @throws TypeError if the options are not an object, or an option has a value of the wrong type
 */
export function checkConfig(options: ClientInput): void {
  checkOptionTypes(options, types);
  for (const [name, values] of Object.entries(choices)) {
    const fits = (value: unknown) => typeof value === "function" || values.includes(value);
    checkOption(options, name, `one of: ${values.join(", ")}`, fits);
  }
}
