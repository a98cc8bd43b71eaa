import { getDefaultExtensionConfiguration, resolveDefaultRuntimeConfig } from "@smithy/core/client";
import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  DefaultExtensionConfiguration,
  HttpAuthScheme,
  Provider,
} from "@smithy/types";
import { wrongArgument } from "../errors/wrong-argument.js";
import type { HttpHandler } from "../http/http-handler.js";
import type { AuthSchemeProvider } from "./options.js";
import type { ResolvedServiceClientConfig } from "./client-config.js";

/** The part of the configuration that an extension may read and change during construction. */
export interface ExtensionConfiguration extends DefaultExtensionConfiguration {
  region(): Provider<string>;
  setRegion(region: Provider<string>): void;
  httpHandler(): HttpHandler;
  setHttpHandler(handler: HttpHandler): void;
  httpHandlerConfigs(): object;
  updateHttpClientConfig(key: never, value: never): void;
  httpAuthSchemes(): HttpAuthScheme[];
  /** Adds a scheme or replaces the scheme with the same id. */
  setHttpAuthScheme(scheme: HttpAuthScheme): void;
  httpAuthSchemeProvider(): AuthSchemeProvider;
  setHttpAuthSchemeProvider(provider: AuthSchemeProvider): void;
  credentials(): AwsCredentialIdentity | AwsCredentialIdentityProvider | undefined;
  setCredentials(credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider): void;
}

/** Changes the configuration of clients. Usually distributed as a package. */
export interface RuntimeExtension {
  configure(extensionConfiguration: ExtensionConfiguration): void;
}

/** Applies extensions to a configuration, in order. */
export function applyExtensions(
  config: ResolvedServiceClientConfig & {
    credentials?: ReturnType<ExtensionConfiguration["credentials"]>;
  },
  extensions: readonly RuntimeExtension[],
): void {
  if (extensions.length === 0) return;
  config.extensions = extensions;
  const defaults = getDefaultExtensionConfiguration(config);
  const view: ExtensionConfiguration = {
    ...defaults,
    region: () => config.region,
    setRegion: (region) => {
      config.region = region;
    },
    httpHandler: () => config.requestHandler,
    setHttpHandler: (handler) => {
      config.requestHandler = handler;
    },
    httpHandlerConfigs: () => config.requestHandler.httpHandlerConfigs?.() ?? {},
    updateHttpClientConfig: (key, value) =>
      config.requestHandler.updateHttpClientConfig?.(key, value),
    httpAuthSchemes: () => config.httpAuthSchemes,
    setHttpAuthScheme: (scheme) => {
      config.httpAuthSchemes = [
        ...config.httpAuthSchemes.filter(({ schemeId }) => schemeId !== scheme.schemeId),
        scheme,
      ];
    },
    httpAuthSchemeProvider: () => config.httpAuthSchemeProvider,
    setHttpAuthSchemeProvider: (provider) => {
      config.httpAuthSchemeProvider = provider;
    },
    credentials: () => config.credentials,
    setCredentials: (credentials) => {
      config.credentials = credentials;
    },
  };
  for (const extension of extensions) {
    if (typeof extension?.configure !== "function") {
      throw wrongArgument("An extension must have configure()", extension);
    }
    extension.configure(view);
  }
  Object.assign(config, resolveDefaultRuntimeConfig(view));
}
