import {
  booleanSelector,
  loadConfig,
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  SelectorType,
} from "@smithy/core/config";
import { NODE_MAX_ATTEMPT_CONFIG_OPTIONS } from "@smithy/core/retry";
import type { ParsedIniData, Profile, Provider } from "@smithy/types";
import type { Settings, SettingsContext } from "../platform.js";
import { once, textSetting } from "./text-setting.js";
import type { Files } from "./text-setting.js";

/** Settings from the environment, or else from the shared configuration files. */
export class NodeSettings implements Settings {
  readonly #files: Files;
  readonly #serviceId: string;

  constructor({ profile, serviceId }: SettingsContext) {
    this.#files = profile === undefined ? {} : { profile };
    this.#serviceId = serviceId;
  }

  get region(): Provider<string> {
    const options = { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...this.#files };
    return once(() => loadConfig(NODE_REGION_CONFIG_OPTIONS, options));
  }

  get maxAttempts(): Provider<number> {
    return once(() => loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, this.#files));
  }

  get retryMode(): Provider<string | undefined> {
    return textSetting("AWS_RETRY_MODE", "retry_mode", this.#files);
  }

  get useDualstackEndpoint(): Provider<boolean> {
    return once(() => loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, this.#files));
  }

  get useFipsEndpoint(): Provider<boolean> {
    return once(() => loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, this.#files));
  }

  get authSchemePreference(): Provider<string[]> {
    const list = textSetting("AWS_AUTH_SCHEME_PREFERENCE", "auth_scheme_preference", this.#files);
    return async () =>
      (await list())
        ?.split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "") ?? [];
  }

  get userAgentAppId(): Provider<string | undefined> {
    return textSetting("AWS_SDK_UA_APP_ID", "sdk_ua_app_id", this.#files);
  }

  get disableClockSkewCorrection(): Provider<boolean> {
    return flag("AWS_DISABLE_CLOCK_SKEW_CORRECTION", "disable_clock_skew_correction", this.#files);
  }

  get endpointUrl(): Provider<string | undefined> {
    const ignored = flag(
      "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
      "ignore_configured_endpoint_urls",
      this.#files,
    );
    const endpointUrl = loadEndpointUrl(this.#serviceId, this.#files);
    return async () => ((await ignored()) ? undefined : endpointUrl());
  }

  text(variable: string, key: string): Provider<string | undefined> {
    return textSetting(variable, key, this.#files);
  }
}

const flag = (variable: string, key: string, files: Files): Provider<boolean> =>
  once(() =>
    loadConfig<boolean>(
      {
        environmentVariableSelector: (environment) =>
          booleanSelector(environment, variable, SelectorType.ENV),
        configFileSelector: (profile) => booleanSelector(profile, key, SelectorType.CONFIG),
        default: false,
      },
      files,
    ),
  );

/**
 * Reads the service's variable, then the one for all services. In the profile, the `services`
 * section comes first.
 */
function loadEndpointUrl(serviceId: string, files: Files): Provider<string | undefined> {
  const suffix = serviceId.replaceAll(/[^A-Za-z0-9]+/g, "_");
  return once(() =>
    loadConfig<string | undefined>(
      {
        environmentVariableSelector: (environment) =>
          environment[`AWS_ENDPOINT_URL_${suffix.toUpperCase()}`] ||
          environment["AWS_ENDPOINT_URL"] ||
          undefined,
        configFileSelector: (profile, config) =>
          serviceEndpointUrl(suffix.toLowerCase(), profile, config) ??
          nonEmpty(profile["endpoint_url"]),
        default: undefined,
      },
      files,
    ),
  );
}

/** @throws Error if the profile refers to a missing `services` section */
function serviceEndpointUrl(
  service: string,
  profile: Profile,
  config: ParsedIniData | undefined,
): string | undefined {
  const services = profile["services"];
  if (services === undefined) return undefined;
  const section = config?.[`services.${services}`];
  if (section === undefined) {
    throw new Error(`The profile refers to the missing section "services ${services}".`);
  }
  return nonEmpty(section[`${service}.endpoint_url`]);
}

const nonEmpty = (value: string | undefined): string | undefined => value || undefined;
