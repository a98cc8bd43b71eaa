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

/** The settings that the client and the server side of an RPC protocol share. */
export interface RpcFormat {
  readonly id: string;
  readonly contentType: string;
  readonly codec: BodyCodec;
  /** True if a missing input or output is sent without a body instead of as an empty structure. */
  readonly noBodyForUnit: boolean;
}

/** The differences between the clients of RPC protocols. */
export interface RpcClientStyle extends RpcFormat {
  path(service: ServiceSchema, operation: StaticOperationSchema): string;
  /** Returns the headers of an operation's requests, except the content type. */
  requestHeaders(service: ServiceSchema, operation: StaticOperationSchema): HttpHeaders;
  /** Finds the error's name, without its namespace, in the headers or the body. */
  errorCode(response: HttpResponseMessage, body: Readonly<StructureValue>): string | undefined;
}

/** The differences between the servers of RPC protocols. */
export interface RpcServerStyle extends RpcFormat {
  readonly strictReaders: StrictReaders;
  /** Media types of request bodies that are accepted in addition to `contentType`. */
  readonly otherContentTypes?: readonly string[];
  /** True if the server rejects requests whose header `Accept` excludes the response's type. */
  readonly checksAccept: boolean;
  /** The headers of every response, except the content type. */
  readonly responseHeaders: HttpHeaders;
  /**
   * Returns a text that identifies an operation. `routeOfRequest` returns the same text for its
   * requests.
   */
  routeOf(service: ServiceSchema, operation: StaticOperationSchema): string;
  routeOfRequest(request: RoutableRequest): string | undefined;
  /** Returns the value of `__type` in the body of an error. */
  errorType(service: ServiceSchema, error: ErrorMessage): string;
}

/** The error code and type that `@awsQueryCompatible` services send in a header. */
export type QueryError = NonNullable<ResponseError["query"]>;
