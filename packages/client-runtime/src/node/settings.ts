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

/** Settings from the environment, then from the shared configuration files. */
export const nodeSettings = ({ profile, serviceId }: SettingsContext): Settings => {
  const files = profile === undefined ? {} : { profile };
  const list = text("AWS_AUTH_SCHEME_PREFERENCE", "auth_scheme_preference", files);
  const ignoreEndpoints = flag(
    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
    "ignore_configured_endpoint_urls",
    files,
  );
  const endpointUrl = loadEndpointUrl(serviceId, files);
  return {
    region: loadConfig(NODE_REGION_CONFIG_OPTIONS, {
      ...NODE_REGION_CONFIG_FILE_OPTIONS,
      ...files,
    }),
    maxAttempts: loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, files),
    retryMode: text("AWS_RETRY_MODE", "retry_mode", files),
    useDualstackEndpoint: loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, files),
    useFipsEndpoint: loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, files),
    authSchemePreference: async () =>
      (await list())
        ?.split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "") ?? [],
    userAgentAppId: text("AWS_SDK_UA_APP_ID", "sdk_ua_app_id", files),
    disableClockSkewCorrection: flag(
      "AWS_DISABLE_CLOCK_SKEW_CORRECTION",
      "disable_clock_skew_correction",
      files,
    ),
    endpointUrl: async () => ((await ignoreEndpoints()) ? undefined : endpointUrl()),
    text: (variable, key) => text(variable, key, files),
  };
};

interface Files {
  readonly profile?: string;
}

const text = (variable: string, key: string, files: Files): Provider<string | undefined> =>
  loadConfig<string | undefined>(
    {
      environmentVariableSelector: (environment) => environment[variable] || undefined,
      configFileSelector: (profile) => single(profile[key]),
      default: undefined,
    },
    files,
  );

const flag = (variable: string, key: string, files: Files): Provider<boolean> =>
  loadConfig<boolean>(
    {
      environmentVariableSelector: (environment) =>
        booleanSelector(environment, variable, SelectorType.ENV),
      configFileSelector: (profile) => booleanSelector(profile, key, SelectorType.CONFIG),
      default: false,
    },
    files,
  );

/** The service's own variable, then that for all services; in the profile, its `services` section first. */
const loadEndpointUrl = (serviceId: string, files: Files): Provider<string | undefined> => {
  const suffix = serviceId.replaceAll(/[^A-Za-z0-9]+/g, "_");
  return loadConfig<string | undefined>(
    {
      environmentVariableSelector: (environment) =>
        environment[`AWS_ENDPOINT_URL_${suffix.toUpperCase()}`] ||
        environment["AWS_ENDPOINT_URL"] ||
        undefined,
      configFileSelector: (profile, config) =>
        ownEndpointUrl(suffix.toLowerCase(), profile, config) ?? single(profile["endpoint_url"]),
      default: undefined,
    },
    files,
  );
};

/** @throws Error where the profile names a `services` section that is not there */
const ownEndpointUrl = (
  service: string,
  profile: Profile,
  config: ParsedIniData | undefined,
): string | undefined => {
  const services = profile["services"];
  if (services === undefined) return undefined;
  const section = config?.[`services.${services}`];
  if (section === undefined) {
    throw new Error(`The profile names the section "services ${services}", which does not exist.`);
  }
  return single(section[`${service}.endpoint_url`]);
};

const single = (value: string | undefined): string | undefined => value || undefined;
