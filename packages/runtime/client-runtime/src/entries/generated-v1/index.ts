/**
 * The contract of generated clients, version 1: the parts that every client uses. A change that
 * breaks generated code belongs in a new version next to this one.
 *
 * @packageDocumentation
 * @internal
 */
export { ApiClient } from "../../api/api-client-class.js";
export type { ApiClientConfig } from "../../api/api-client-config.js";
export type { ApiDescription } from "../../api/api-description.js";
export { authenticated } from "../../auth/authenticated.js";
export { authentication } from "../../auth/authentication.js";
export type { AuthSchemeFactory } from "../../auth/auth-scheme.js";
export { hashing } from "../../auth/hashing.js";
export type { Authentication } from "../../auth/resolve-auth.js";
export { sigv4 } from "../../auth/sigv4.js";
export type { SignerOptions, SigV4Config, SigV4ResolvedConfig } from "../../auth/sigv4-config.js";
export { Client } from "../../client/base-client.js";
export type { ClientFeature } from "../../client/client-feature.js";
export { Command, commandFactory } from "../../client/command.js";
export type {
  CommandClass,
  CommandConfig,
  CommandFactory,
  CommandInstance,
} from "../../client/command.js";
export { dispatch } from "../../client/dispatch.js";
export type { Changed, OrUndefined } from "../../client/input-types.js";
export type {
  ChecksumDefinition,
  DiscoveredOperation,
  OperationDefinition,
} from "../../client/operation-definition.js";
export { ServiceClient } from "../../client/service-client-class.js";
export type { Callback, CallError, ServiceClientClass } from "../../client/service-client.js";
export type { CommandSettings, ServiceDescription } from "../../client/service-description.js";
export type {
  ClientPlugin,
  MiddlewarePlugin,
  PluginOptions,
  ResolvedClientConfig,
  ResolvedServiceClientConfig,
  ServiceClientConfig,
} from "../../config/client-config.js";
export type { ExtensionConfiguration, RuntimeExtension } from "../../config/extensions.js";
export type {
  AuthSchemeParameters,
  AuthSchemeProvider,
  Configurable,
  DefaultsMode,
  EndpointProvider,
} from "../../config/options.js";
export type {
  ProtocolInput,
  ProtocolSettings,
  SmithyProtocol,
} from "../../config/protocol-input.js";
export { accountIdEndpoints } from "../../endpoints/account-id-endpoints.js";
export type {
  AccountIdEndpointConfig,
  AccountIdEndpointMode,
  AccountIdEndpointResolvedConfig,
} from "../../endpoints/account-id-endpoints.js";
export {
  cachedEndpoints,
  configuredEndpoint,
  endpoint,
  EndpointError,
  noMatch,
} from "../../endpoints/endpoint-rules.js";
export { endpointOption } from "../../endpoints/endpoint-option.js";
export { endpointRules } from "../../endpoints/endpoint-rules-part.js";
export { hostPrefixes } from "../../endpoints/host-prefixes.js";
export { labelInEndpoint } from "../../endpoints/label-in-endpoint.js";
export { errorTypeRegistriesOf } from "../../errors/error-type-registries.js";
export type { ErrorTypeRegistry } from "../../errors/error-type-registries.js";
export { ApiException } from "../../errors/api-exception.js";
export { ServiceException } from "../../errors/service-exception.js";
export type {
  ExceptionClass,
  ExceptionOptions,
  ServiceExceptionConstructor,
  ServiceExceptionOptions,
} from "../../errors/service-exception.js";
export type {
  HttpHandler,
  NodeHandlerOptions,
  RequestHandlerInput,
  RequestOptions,
} from "../../http/http-handler.js";
export { maskSensitive } from "../../logging/mask-sensitive.js";
export type { MaskSensitive } from "../../logging/mask-sensitive.js";
export { unsignedPayload } from "../../middleware/unsigned-payload.js";
export { standardRetries } from "../../retries/standard-retries.js";
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
