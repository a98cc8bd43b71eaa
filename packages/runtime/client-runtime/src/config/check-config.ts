import type { ClientInput } from "../client/service-client.js";
import { checkOption, checkOptionTypes } from "./check-options.js";

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
 * Checks the options of a client of an AWS service.
 *
 * @throws TypeError if the options are not an object, or an option has a value of the wrong type
 */
export function checkConfig(options: ClientInput): void {
  checkOptionTypes(options, types);
  for (const [name, values] of Object.entries(choices)) {
    checkOption(options, name, `one of: ${values.join(", ")}`, (value) => values.includes(value));
  }
}
