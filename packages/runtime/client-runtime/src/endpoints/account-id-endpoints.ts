import { normalizeProvider } from "@smithy/core/transport";
import type { Provider } from "@smithy/types";
import type { ClientFeature } from "../client/client-feature.js";
import type { Configurable } from "../config/options.js";
import type { ServiceClientConfig } from "../config/client-config.js";

/**
 * Controls the use of the caller's account id in endpoints: `preferred` uses it if the credentials
 * have one, `required` fails without one, and `disabled` never uses it.
 */
export type AccountIdEndpointMode = "preferred" | "required" | "disabled";

/** Options of clients whose endpoints may contain the caller's account id. */
export interface AccountIdEndpointConfig {
  /**
   * Controls the use of the caller's account id in endpoints. Default:
   * `AWS_ACCOUNT_ID_ENDPOINT_MODE`, then `account_id_endpoint_mode` of the profile, then
   * `preferred`.
   */
  accountIdEndpointMode?: Configurable<AccountIdEndpointMode> | undefined;
}

/** {@link AccountIdEndpointConfig} as resolved in `client.config`. */
export interface AccountIdEndpointResolvedConfig {
  accountIdEndpointMode: Provider<AccountIdEndpointMode>;
}

/** Resolves `accountIdEndpointMode`, a parameter of the endpoint rules. */
export const accountIdEndpoints: ClientFeature = ({ input, config, platform }) => {
  const { accountIdEndpointMode }: ServiceClientConfig & AccountIdEndpointConfig = input;
  const set = platform
    .settings(config)
    .text("AWS_ACCOUNT_ID_ENDPOINT_MODE", "account_id_endpoint_mode");
  const mode = normalizeProvider<string>(
    accountIdEndpointMode ?? (async () => (await set()) ?? "preferred"),
  );
  const resolved: AccountIdEndpointResolvedConfig = {
    accountIdEndpointMode: async () => readMode(await mode()),
  };
  Object.assign(config, resolved);
  // The rules read the mode from the configuration, so no middleware is needed.
  return { applyToStack: () => undefined };
};

/** @throws TypeError if the mode is unknown */
function readMode(text: string): AccountIdEndpointMode {
  const mode = text.toLowerCase();
  if (mode === "preferred" || mode === "required" || mode === "disabled") return mode;
  throw new TypeError(
    `Unknown accountIdEndpointMode "${text}". Expected one of: preferred, required, disabled.`,
  );
}
