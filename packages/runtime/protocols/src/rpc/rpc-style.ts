import type { StaticOperationSchema } from "@smithy/types";
import type {
  ErrorMessage,
  HttpHeaders,
  HttpResponseMessage,
  ResponseError,
  RoutableRequest,
  ServiceSchema,
  StructureValue,
} from "../protocol.js";
import type { BodyCodec, StrictReaders } from "../codec/body-codec.js";

/** What both halves of an RPC protocol over HTTP know. */
export interface RpcFormat {
  readonly id: string;
  readonly contentType: string;
  readonly codec: BodyCodec;
  /** Whether an operation without input or output has no body at all, rather than an empty structure. */
  readonly noBodyForUnit: boolean;
}

/** What tells the clients of the RPC protocols apart: everything but the order of things. */
export interface RpcClientStyle extends RpcFormat {
  path(service: ServiceSchema, operation: StaticOperationSchema): string;
  /** Headers of every request of an operation, content type apart. */
  requestHeaders(service: ServiceSchema, operation: StaticOperationSchema): HttpHeaders;
  /** The error's bare name, from headers and body. */
  errorCode(response: HttpResponseMessage, body: Readonly<StructureValue>): string | undefined;
}

/** What tells the servers of the RPC protocols apart. */
export interface RpcServerStyle extends RpcFormat {
  readonly strictReaders: StrictReaders;
  /** Types of bodies that are read besides `contentType`. */
  readonly otherContentTypes?: readonly string[];
  /** Whether the header `Accept` has to leave room for the type of the answer. */
  readonly checksAccept: boolean;
  /** Headers of every response, content type apart. */
  readonly responseHeaders: HttpHeaders;
  /** The text that operations are told apart by: of an operation, and of a request. */
  routeOf(service: ServiceSchema, operation: StaticOperationSchema): string;
  routeOfRequest(request: RoutableRequest): string | undefined;
  /** What goes into the body as `__type`. */
  errorType(service: ServiceSchema, error: ErrorMessage): string;
}

/** What `@awsQueryCompatible` services say about an error in a header. */
export type QueryError = NonNullable<ResponseError["query"]>;
