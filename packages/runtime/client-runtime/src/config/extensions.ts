import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  ChecksumAlgorithm,
  ChecksumConstructor,
  DefaultExtensionConfiguration,
  HashConstructor,
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
    checksumAlgorithms?: Record<string, ChecksumConstructor | HashConstructor>;
  } & Partial<Record<(typeof algorithmIds)[number], ChecksumConstructor | HashConstructor>>,
  extensions: readonly RuntimeExtension[],
): void {
  if (extensions.length === 0) return;
  config.extensions = extensions;
  const algorithms = algorithmIds.flatMap((id): ChecksumAlgorithm[] =>
    config[id] === undefined
      ? []
      : [{ algorithmId: () => id, checksumConstructor: () => config[id] ?? config.sha256 }],
  );
  const view: ExtensionConfiguration = {
    checksumAlgorithms: () => algorithms,
    addChecksumAlgorithm: (algorithm) => {
      const id = algorithm.algorithmId();
      const isKnown = algorithmIds.some((known) => known === id);
      algorithms.push(algorithm);
      config.checksumAlgorithms = {
        ...config.checksumAlgorithms,
        [isKnown ? id.toUpperCase() : id]: algorithm.checksumConstructor(),
      };
      if (isKnown) Object.assign(config, { [id]: algorithm.checksumConstructor() });
    },
    retryStrategy: () => config.retryStrategy,
    setRetryStrategy: (strategy) => {
      config.retryStrategy = strategy;
    },
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
}

/** The algorithms that options of a client's configuration hold. */
const algorithmIds = ["md5", "crc32", "crc32c", "sha1", "sha256"] as const;
