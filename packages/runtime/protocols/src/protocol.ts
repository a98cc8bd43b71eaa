import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import type { EventStreams } from "./event-streams/event-streams.js";
import type { StructureValue } from "./values/structure-value.js";

export type { StructureValue };

/**
 * A value, or a promise of it if a stream has to be read first.
 *
 * @public
 */
export type Awaitable<T> = T | Promise<T>;

/**
 * The body of a message.
 *
 * Protocols write strings and bytes. They pass streaming blobs through unchanged. They write an
 * event stream as an async iterable in which each chunk is one complete frame, so that events can
 * be signed. Protocols read all of these types; strings and bytes are read synchronously.
 *
 * @public
 */
export type Body =
  | string
  | Uint8Array
  | AsyncIterable<Uint8Array>
  | ReadableStream<Uint8Array>
  | Blob
  | undefined;

/**
 * Decoded query parameters. `null` is a parameter without `=value`; an array is a repeated
 * parameter.
 *
 * @public
 */
export type HttpQuery = Record<string, string | string[] | null>;

/**
 * Header values by lower-case name; several values of one name are joined with `, `.
 *
 * @public
 */
export type HttpHeaders = Record<string, string>;

/**
 * An HTTP request without its endpoint.
 *
 * @public
 */
export interface HttpRequestMessage {
  method: string;
  /**
   * The percent-encoded path without the query. Begins with `/` and is relative to the endpoint's
   * path.
   */
  path: string;
  query: HttpQuery;
  headers: HttpHeaders;
  body?: Body;
  /**
   * The prefix of the endpoint's host name, with labels filled in (`@endpoint(hostPrefix:)`). Only
   * clients use it. Smithy: https://smithy.io/2.0/spec/endpoint-traits.html
   */
  hostPrefix?: string;
}

/**
 * An HTTP response.
 *
 * @public
 */
export interface HttpResponseMessage {
  statusCode: number;
  headers: HttpHeaders;
  body?: Body;
}

/**
 * The properties of a service that protocols use.
 *
 * @public
 */
export interface ServiceSchema {
  readonly namespace: string;
  /** The service shape's name, for example `AWSMPMeteringService`. */
  readonly name: string;
  readonly version: string;
  /**
   * The trait `@xmlNamespace`: prefix (or `""`) and URI. Used by restXml, awsQuery and ec2Query.
   */
  readonly xmlNamespace?: readonly [prefix: string, uri: string];
  /** True if errors of restXml are not wrapped in `<ErrorResponse>`. */
  readonly noErrorWrapping?: boolean;
  /** The trait `@awsQueryCompatible`, for services that formerly used awsQuery. */
  readonly queryCompatible?: boolean;
  /**
   * Traits of the service by shape id: those that a third-party protocol requested, and the trait
   * of the protocol.
   */
  readonly traits?: Readonly<Record<string, unknown>>;
}

/**
 * An operation: its schema, and the errors that it or its service may return.
 *
 * @public
 */
export interface OperationDescription {
  readonly schema: StaticOperationSchema;
  readonly errors: readonly StaticErrorSchema[];
  /** Present if the model has defaults or required members to fill in. */
  readonly defaults?: MessageDefaults | undefined;
}

/**
 * The numeric types. Schemas do not distinguish them: all are `1` in a schema.
 *
 * @public
 */
export type NumberKind = "byte" | "short" | "integer" | "long" | "float" | "double" | "intEnum";

/**
 * The part of the constraints data that protocols read: the numeric type by shape name and member
 * name (`member` of a list, `key` and `value` of a map). If the schema of a member is the sentinel
 * of a list or map of numbers (`64 | 1`, `128 | 1`), this is the type of the elements.
 *
 * @public
 */
export type NumberKinds = Readonly<
  Record<
    string,
    Readonly<
      Record<string, { readonly number?: NumberKind; readonly [constraint: string]: unknown }>
    >
  >
>;

/**
 * Options of both the client and the server side of a protocol.
 *
 * @public
 */
export interface ProtocolOptions {
  /** `eventStreams` from `@tinsmith/protocols/event-streams`, for services with event streams. */
  readonly eventStreams?: EventStreams;
}

/**
 * Options of the client side.
 *
 * @public
 */
export interface ClientProtocolOptions extends ProtocolOptions {
  /** Generates idempotency tokens that the caller omits. Default: a random UUID. */
  readonly idempotencyToken?: () => string;
}

/**
 * Options of the server side.
 *
 * @public
 */
export interface ServerProtocolOptions extends ProtocolOptions {
  /**
   * The generated constraints data, which contains the numeric types (`number: "byte"`). With this
   * data, a server rejects `300` for a byte or `1.5` for an integer. Without it, the server accepts
   * any number.
   */
  readonly constraints?: NumberKinds;
  /** The nesting depth beyond which messages are rejected. Default: 128. */
  readonly maxDepth?: number;
}

/**
 * Fills in missing members of an operation's messages as the model defines: `clientDefaults` and
 * `serverDefaults` of `@tinsmith/protocols/defaults`. Protocols do not use it; the runtimes apply
 * it before a message is written and after it is read.
 *
 * @public
 */
export interface MessageDefaults {
  input(operation: StaticOperationSchema, value: object): StructureValue;
  output(operation: StaticOperationSchema, value: object): StructureValue;
  error(schema: StaticErrorSchema, value: object): StructureValue;
}

/**
 * An error that is sent or received.
 *
 * @public
 */
export interface ErrorMessage {
  /**
   * The error shape's name without its namespace, or its awsQuery code if the schema is unknown.
   */
  readonly code: string;
  /** `undefined` if the error is not in the model. */
  readonly schema?: StaticErrorSchema | undefined;
  readonly message?: string | undefined;
  /**
   * The members of the error. For an error that is not in the model: everything that the message
   * contained.
   */
  readonly data?: Readonly<StructureValue> | undefined;
  /** The side that caused the error. Default when writing: the schema's `error`. */
  readonly fault?: "client" | "server" | undefined;
  /** The HTTP status. Default when writing: the schema's `httpError`, otherwise 400 or 500. */
  readonly statusCode?: number | undefined;
}

/**
 * An error that a client has read.
 *
 * @public
 */
export interface ResponseError extends ErrorMessage {
  readonly data: Readonly<StructureValue>;
  readonly fault: "client" | "server";
  readonly statusCode: number;
  /** The request id that XML protocols send in the body. */
  readonly requestId?: string | undefined;
  /** `x-amzn-query-error` of an `@awsQueryCompatible` service, or `Code` and `Type` of awsQuery. */
  readonly query?: { readonly code: string; readonly type?: string | undefined } | undefined;
}

/**
 * The output or error that a client reads from a response.
 *
 * @public
 */
export type ResponseResult =
  | { readonly output: StructureValue; readonly error?: undefined }
  | { readonly error: ResponseError; readonly output?: undefined };

/**
 * The part of a request that identifies its operation.
 *
 * @public
 */
export type RoutableRequest = Pick<HttpRequestMessage, "method" | "path" | "query" | "headers"> & {
  readonly body?: Body;
};

/**
 * Finds the operation of a request.
 *
 * @public
 */
export type Router<Operation> = (request: RoutableRequest) => Operation | undefined;

/**
 * The client side of a protocol for one service. Reads leniently.
 *
 * @public
 */
export interface ClientProtocol {
  /** The trait's shape id, for example `aws.protocols#awsJson1_1`. */
  readonly id: string;
  /**
   * Writes a request and fills in missing idempotency tokens.
   * @throws TypeError if the value cannot be sent, for example because a label of the path is empty
   */
  writeRequest(operation: OperationDescription, input: object): HttpRequestMessage;
  /**
   * Reads a response. Ignores unknown members and nulls.
   * @throws MalformedResponse if the response is invalid
   */
  readResponse(
    operation: OperationDescription,
    response: HttpResponseMessage,
  ): Awaitable<ResponseResult>;
}

/**
 * The server side of a protocol for one service. Reads strictly.
 *
 * @public
 */
export interface ServerProtocol {
  /** The trait's shape id, for example `aws.protocols#awsJson1_1`. */
  readonly id: string;
  /** Reads a request. @throws MalformedRequest if the request does not match the model */
  readRequest(
    operation: OperationDescription,
    request: HttpRequestMessage,
  ): Awaitable<StructureValue>;
  writeResponse(operation: OperationDescription, output: object): HttpResponseMessage;
  /** Writes an error. The error need not be in the model: errors of the framework are not. */
  writeError(operation: OperationDescription | undefined, error: ErrorMessage): HttpResponseMessage;
  /**
   * Creates the router of a service. For protocols that send the operation in the body (awsQuery,
   * ec2Query), the body of a request must be a string or bytes.
   */
  router<Operation extends OperationDescription>(
    operations: readonly Operation[],
  ): Router<Operation>;
}

/**
 * Creates the client side of a protocol for a service.
 *
 * @public
 */
export type ClientProtocolFactory = (
  service: ServiceSchema,
  options?: ClientProtocolOptions,
) => ClientProtocol;

/**
 * Creates the server side of a protocol for a service.
 *
 * @public
 */
export type ServerProtocolFactory = (
  service: ServiceSchema,
  options?: ServerProtocolOptions,
) => ServerProtocol;
