export { Command, commandFactory } from "./command.js";
export type { CommandClass, CommandConfig, CommandFactory, CommandInstance } from "./command.js";
export type {
  AuthSchemeParameters,
  AuthSchemeProvider,
  Configurable,
  DefaultsMode,
  EndpointProvider,
  ResolvedServiceClientConfig,
  ServiceClientConfig,
} from "./config/client-config.js";
export type { ExtensionConfiguration, RuntimeExtension } from "./config/extensions.js";
export type { ProtocolInput, ProtocolSettings, SmithyProtocol } from "./config/protocol-config.js";
export type { AuthSchemeFactory, ClientAuthScheme } from "./auth/auth-scheme.js";
export { sigv4 } from "./auth/sigv4.js";
export type { SignerOptions, SigV4Config, SigV4ResolvedConfig } from "./auth/sigv4-config.js";
export { accountIdEndpoints } from "./endpoints/account-id-endpoints.js";
export type {
  AccountIdEndpointConfig,
  AccountIdEndpointMode,
  AccountIdEndpointResolvedConfig,
} from "./endpoints/account-id-endpoints.js";
export {
  isValidHostLabel,
  isVirtualHostableS3Bucket,
  parseArn,
  parseURL,
  partition,
  split,
  stringEquals,
  substring,
  uriEncode,
} from "@tinsmith/smithy/endpoints";
export type { ParsedArn, ParsedUrl, Partition } from "@tinsmith/smithy/endpoints";
export {
  cachedEndpoints,
  configuredEndpoint,
  endpoint,
  EndpointError,
  noMatch,
} from "./endpoints/endpoint-rules.js";
export { hostPrefixes } from "./endpoints/host-prefixes.js";
export { labelInEndpoint } from "./endpoints/label-in-endpoint.js";
export type { ClientPlugin, MiddlewarePlugin, PluginOptions } from "./plugins/client-plugin.js";
export { maskSensitive } from "./mask-sensitive.js";
export type { MaskSensitive } from "./mask-sensitive.js";
export { unsignedPayload } from "./middleware/unsigned-payload.js";
export { errorTypeRegistriesOf } from "./errors/error-type-registries.js";
export type { ErrorTypeRegistry } from "./errors/error-type-registries.js";
export { ServiceException } from "./errors/service-exception.js";
export type {
  ExceptionClass,
  ExceptionOptions,
  ServiceExceptionConstructor,
  ServiceExceptionOptions,
} from "./errors/service-exception.js";
export type {
  HttpHandler,
  NodeHandlerOptions,
  RequestHandlerInput,
  RequestOptions,
} from "./http-handler.js";
export { Client } from "./client-base.js";
export { dispatch } from "./service-client.js";
export type { Callback, CallError, ServiceClientClass } from "./service-client.js";
export { ServiceClient } from "./client.js";
export type { ClientFeature, FeatureContext } from "./client-feature.js";
export type {
  ChecksumDefinition,
  DiscoveredOperation,
  OperationDefinition,
} from "./operation-definition.js";
export type { CommandSettings, ServiceDescription } from "./service.js";
