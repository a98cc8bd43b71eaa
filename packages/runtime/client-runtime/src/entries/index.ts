/**
 * Error classes, and the types of options, requests and results, for programs and libraries that
 * work with clients.
 *
 * @packageDocumentation
 * @public
 */
export type { ApiClientConfig } from "../api/api-client-config.js";
export type { SigV4Config, SigV4ResolvedConfig, SignerOptions } from "../auth/sigv4-config.js";
export type { BatchConfiguration } from "../batch/batch-definition.js";
export type {
  AcceptedEntry,
  BatchCall,
  BatchOutcome,
  DuplicateEntry,
  RefusedEntry,
} from "../batch/batch-outcome.js";
export type { BatchReport } from "../batch/batch-report.js";
export type { ChecksumAlgorithms, ChecksumClass } from "../checksums/algorithms.js";
export type { Callback, CallError, ServiceClient } from "../client/service-client.js";
export type {
  ClientPlugin,
  MiddlewarePlugin,
  PluginOptions,
  ResolvedClientConfig,
  ResolvedServiceClientConfig,
  ServiceClientConfig,
} from "../config/client-config.js";
export type { ExtensionConfiguration, RuntimeExtension } from "../config/extensions.js";
export type {
  AuthSchemeParameters,
  AuthSchemeProvider,
  Configurable,
  DefaultsMode,
  EndpointProvider,
} from "../config/options.js";
export type { ProtocolInput, ProtocolSettings, SmithyProtocol } from "../config/protocol-input.js";
export type { ServiceExceptionOptions } from "../errors/service-exception.js";
export type {
  HttpHandler,
  NodeHandlerOptions,
  RequestHandlerInput,
  RequestOptions,
} from "../http/http-handler.js";
export type { ItemPaginator, PaginationConfiguration } from "../pagination/paginate.js";
export type {
  ApiRequest,
  PartialData,
  RawResponse,
  Stub,
  StubContext,
  StubResponses,
  Stubs,
} from "../stubs/stub-types.js";
export type { WaiterConfiguration, WaiterResult, WaiterState } from "../waiters/wait.js";
// Re-exported from the built file that generated clients load, so that each class exists once.
export { EndpointError, ServiceException } from "./generated-v1/index.js";
