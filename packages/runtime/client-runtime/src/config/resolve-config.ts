import { NoOpLogger } from "@smithy/core/client";
import { normalizeProvider, parseUrl } from "@smithy/core/transport";
import type { Endpoint, Provider, UserAgent } from "@smithy/types";
import { bytesOf, fromBase64, textOf, toBase64 } from "@tinsmith/protocols";
import { resolveAuth } from "../auth/resolve-auth.js";
import { toEndpoint } from "../endpoints/to-endpoint.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import { createRetryStrategy } from "../retries/retry-modes.js";
import type { ModeDefaults, AwsPlatform } from "../platform.js";
import type { ServiceDescription } from "../client/service-description.js";
import { isEndpoint } from "./check-options.js";
import type { DefaultsMode } from "./options.js";
import type { ResolvedServiceClientConfig, ServiceClientConfig } from "./client-config.js";
import { runtimeVersion } from "./runtime-version.js";
import { createProtocol, protocolOf, protocolSettings } from "./protocol-config.js";
import { withoutUndefined } from "./without-undefined.js";
import { isFipsRegion, realRegion } from "./region.js";

/**
 * Resolves the user's options into the configuration that the pipeline reads. Values that may be
 * deferred become providers, and omitted options get their defaults. The environment is only read
 * when a provider is called.
 */
export function resolveConfig(
  service: ServiceDescription,
  input: ServiceClientConfig,
  platform: AwsPlatform,
): ResolvedServiceClientConfig {
  const serviceId = input.serviceId ?? service.serviceId;
  const settings = platform.settings({ profile: input.profile, serviceId });
  const logger = input.logger ?? new NoOpLogger();
  let regionSource = normalizeProvider<string | undefined>(input.region ?? settings.region);
  const region = async () => realRegion(await regionSource());
  const fips = normalizeProvider(input.useFipsEndpoint ?? settings.useFipsEndpoint);
  const defaultsMode = platform.defaultsMode(input.defaultsMode, region);
  const modeDefaults = async () => toModeDefaults(await defaultsMode());
  const { retryMode: configuredMode } = settings;
  const retryMode = normalizeProvider(
    input.retryMode ??
      (async () => (await configuredMode()) ?? (await modeDefaults()).retryMode ?? "standard"),
  );
  const maxAttempts = normalizeProvider(input.maxAttempts ?? settings.maxAttempts);
  let retryStrategy = input.retryStrategy;
  const useDualstackEndpoint = normalizeProvider(
    input.useDualstackEndpoint ?? settings.useDualstackEndpoint,
  );
  const settingsForProtocol = input.protocolSettings ?? protocolSettings(service.schema);

  const config: ResolvedServiceClientConfig = {
    bodyLengthChecker: platform.bodyLength,
    urlParser: parseUrl,
    base64Decoder: fromBase64,
    base64Encoder: toBase64,
    utf8Decoder: bytesOf,
    utf8Encoder: textOf,
    streamCollector: platform.collectStream,
    // Keeps the options that only this service has (client context parameters).
    ...withoutUndefined(input),
    apiVersion: input.apiVersion ?? service.schema.version,
    serviceId,
    runtime: platform.runtime,
    profile: input.profile,
    get region() {
      return region;
    },
    // `useFipsEndpoint` also depends on the region, so both read the source that is assigned here.
    set region(provider) {
      regionSource = provider;
    },
    endpoint: customEndpoint(input.endpoint),
    endpointProvider: input.endpointProvider ?? service.resolveEndpoint.bind(service),
    isCustomEndpoint: Boolean(input.endpoint),
    ignoreConfiguredEndpointUrls: input.ignoreConfiguredEndpointUrls ?? false,
    serviceConfiguredEndpoint: settings.endpointUrl,
    tls: input.tls ?? true,
    useDualstackEndpoint: async () => (await useDualstackEndpoint()) ?? false,
    useFipsEndpoint: async () =>
      isFipsRegion((await regionSource()) ?? "") || ((await fips()) ?? false),
    disableHostPrefix: input.disableHostPrefix ?? false,
    requestHandler: platform.requestHandler(input.requestHandler ?? undefined, modeDefaults),
    maxAttempts,
    retryMode,
    // One strategy for the whole client, because it tracks the cost of all retries.
    retryStrategy: async () =>
      (retryStrategy ??= createRetryStrategy(await retryMode(), maxAttempts)),
    defaultsMode,
    logger,
    protocol: input.protocol
      ? createProtocol(input.protocol, settingsForProtocol)
      : protocolOf(service),
    protocolSettings: settingsForProtocol,
    authSchemePreference: normalizeProvider(
      input.authSchemePreference ?? settings.authSchemePreference,
    ),
    httpAuthSchemes: [],
    httpAuthSchemeProvider: () => [],
    customUserAgent: toUserAgent(input.customUserAgent),
    userAgentAppId: normalizeProvider(input.userAgentAppId ?? settings.userAgentAppId),
    defaultUserAgentProvider:
      input.defaultUserAgentProvider ??
      (async () => [
        ["tinsmith", runtimeVersion],
        ...platform.userAgent(),
        [`api/${serviceId}`, service.schema.version],
      ]),
    extensions: [],
    sha256: input.sha256 ?? platform.sha256,
  };
  resolveAuth(service, input, config, platform);
  return config;
}

/** Returns the defaults that a mode implies. The connection timeout is in milliseconds. */
const toModeDefaults = (mode: DefaultsMode): ModeDefaults =>
  mode === "legacy"
    ? {}
    : {
        retryMode: "standard",
        connectionTimeout: mode === "mobile" ? 30_000 : mode === "in-region" ? 1100 : 3100,
      };

const customEndpoint = (input: ServiceClientConfig["endpoint"]): Provider<Endpoint> | undefined =>
  input
    ? async () => {
        const endpoint = typeof input === "function" ? await input() : input;
        if (isEndpoint(endpoint)) return toEndpoint(endpoint);
        throw wrongArgument("The endpoint must be an absolute URL", endpoint);
      }
    : undefined;

const toUserAgent = (input: ServiceClientConfig["customUserAgent"]): UserAgent | undefined =>
  typeof input === "string" ? [[input]] : input;
