import { normalizeProvider } from "@smithy/core/transport";
import type { Provider } from "@smithy/types";
import type { ClientFeature } from "../client/client-feature.js";
import type { Configurable } from "../config/options.js";
import type { ServiceClientConfig } from "../config/client-config.js";

/**
 * Whether endpoints may hold the account of the caller: where the credentials name it (`preferred`), in any case, so
 * that a call without it fails (`required`), or never (`disabled`).
 */
export type AccountIdEndpointMode = "preferred" | "required" | "disabled";

/** Options of clients of services whose endpoints may hold the account of the caller. */
export interface AccountIdEndpointConfig {
  /** Default: `AWS_ACCOUNT_ID_ENDPOINT_MODE`, then `account_id_endpoint_mode` of the profile, then `preferred`. */
  accountIdEndpointMode?: Configurable<AccountIdEndpointMode> | undefined;
}

/** What {@link AccountIdEndpointConfig} becomes in `client.config`. */
export interface AccountIdEndpointResolvedConfig {
  accountIdEndpointMode: Provider<AccountIdEndpointMode>;
}

/** Tells the endpoint rules whether they may use the account of the caller. */
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
  // The rules read it from the configuration: there is no middleware.
  return { applyToStack: () => undefined };
};

/** @throws TypeError where the setting is none of the three */
function readMode(text: string): AccountIdEndpointMode {
  const mode = text.toLowerCase();
  if (mode === "preferred" || mode === "required" || mode === "disabled") return mode;
  throw new TypeError(
    `accountIdEndpointMode has to be preferred, required or disabled; it is "${text}".`,
  );
}
