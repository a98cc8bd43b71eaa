import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import type { EventStreams } from "./event-streams/event-streams.js";
import type { StructureValue } from "./values/structure-value.js";

export type { StructureValue };

/**
 * A value now where it can be had now, a promise of it only where a stream has to be read first.
 *
 * @public
 */
export type Awaitable<T> = T | Promise<T>;

/**
 * The body of a message.
 *
 * A protocol writes strings and bytes. It hands a streaming blob on as the caller gave it, and writes an event stream
 * as an async iterable whose every chunk is one complete frame (which is what a signer of events wants to see).
 * It reads any of these; strings and bytes without a promise.
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
 * Query parameters, decoded. `null` is a parameter without `=value`, a list is a parameter that is repeated.
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
  /** Percent-encoded, begins with `/`, has no query; relative to the endpoint's own path. */
  path: string;
  query: HttpQuery;
  headers: HttpHeaders;
  body?: Body;
  /**
   * What goes before the endpoint's host name, labels filled in (`@endpoint(hostPrefix:)`); only ever written.
   * Smithy: https://smithy.io/2.0/spec/endpoint-traits.html
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
 * What a protocol has to know about the service.
 *
 * @public
 */
export interface ServiceSchema {
  readonly namespace: string;
  /** The service shape's name, for example `AWSMPMeteringService`. */
  readonly name: string;
  readonly version: string;
  /** `@xmlNamespace` of the service, prefix (or `""`) and URI: restXml, awsQuery, ec2Query. */
  readonly xmlNamespace?: readonly [prefix: string, uri: string];
  /** restXml: errors are not wrapped in `<ErrorResponse>`. */
  readonly noErrorWrapping?: boolean;
  /** `@awsQueryCompatible`: awsJson1_0 and rpcv2Cbor services that used to speak awsQuery. */
  readonly queryCompatible?: boolean;
  /** Traits of the service that a protocol of others asked for, by shape id, its own with its settings among them. */
  readonly traits?: Readonly<Record<string, unknown>>;
}

/**
 * An operation as the protocols want it: its schema, and the errors it or its service may answer.
 *
 * @public
 */
export interface OperationDescription {
  readonly schema: StaticOperationSchema;
  readonly errors: readonly StaticErrorSchema[];
  /** Where the model has something to fill in. */
  readonly defaults?: MessageDefaults | undefined;
}

/**
 * Kinds of number that the schema tuples do not tell apart (all are `1` there).
 *
 * @public
 */
export type NumberKind = "byte" | "short" | "integer" | "long" | "float" | "double" | "intEnum";

/**
 * The part of the constraints data that a protocol reads: by container shape's name and member name (`member` of a list,
 * `key` and `value` of a map), the kind of number. For a member whose schema is a bare list or map of numbers
 * (`64 | 1`, `128 | 1`) it is the kind of the elements.
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
 * Settings that both halves of a protocol know.
 *
 * @public
 */
export interface ProtocolOptions {
  /** `eventStreams` of `@tinsmith/protocols/event-streams`, where the service has event streams. */
  readonly eventStreams?: EventStreams;
}

/**
 * Settings of a client's half.
 *
 * @public
 */
export interface ClientProtocolOptions extends ProtocolOptions {
  /** Fills idempotency tokens that the caller left out. Default: a random UUID. */
  readonly idempotencyToken?: () => string;
}

/**
 * Settings of a server's half.
 *
 * @public
 */
export interface ServerProtocolOptions extends ProtocolOptions {
  /**
   * Lets a server refuse `300` for a byte or `1.5` for an integer: the generated constraints data, which carries
   * `number: "byte"` and so on. Without it every number is as good as the other.
   */
  readonly constraints?: NumberKinds;
  /** How deep a message may nest before it is refused. Default 128. */
  readonly maxDepth?: number;
}

/**
 * What is filled into the messages of an operation by what the model says of members that are missing:
 * `clientDefaults` and `serverDefaults` of `@tinsmith/protocols/defaults`. No protocol knows of it: a runtime fills an
 * input or output before it is written, and after it was read.
 *
 * @public
 */
export interface MessageDefaults {
  input(operation: StaticOperationSchema, value: object): StructureValue;
  output(operation: StaticOperationSchema, value: object): StructureValue;
  error(schema: StaticErrorSchema, value: object): StructureValue;
}

/**
 * An error as it goes over the wire.
 *
 * @public
 */
export interface ErrorMessage {
  /** The error shape's name without its namespace (or awsQuery's code for it, where no schema is known). */
  readonly code: string;
  /** Absent where the model does not know the error. */
  readonly schema?: StaticErrorSchema | undefined;
  readonly message?: string | undefined;
  /** The members of the error; of an unmodelled one, whatever the message held. */
  readonly data?: Readonly<StructureValue> | undefined;
  /** On writing, the default comes from the schema's `error`. */
  readonly fault?: "client" | "server" | undefined;
  /** On writing, the default comes from the schema's `httpError`, else 400 or 500. */
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
  /** The request id that XML protocols keep in the body. */
  readonly requestId?: string | undefined;
  /** `x-amzn-query-error` of an `@awsQueryCompatible` service, or awsQuery's own `Code` and `Type`. */
  readonly query?: { readonly code: string; readonly type?: string | undefined } | undefined;
}

/**
 * What a client reads from a response: an output or an error.
 *
 * @public
 */
export type ResponseResult =
  | { readonly output: StructureValue; readonly error?: undefined }
  | { readonly error: ResponseError; readonly output?: undefined };

/**
 * The part of a request that says which operation it is for.
 *
 * @public
 */
export type RoutableRequest = Pick<HttpRequestMessage, "method" | "path" | "query" | "headers"> & {
  readonly body?: Body;
};

/**
 * Finds the operation that a request is for.
 *
 * @public
 */
export type Router<Operation> = (request: RoutableRequest) => Operation | undefined;

/**
 * The client's half of a protocol, for one service. Reading is lenient.
 *
 * @public
 */
export interface ClientProtocol {
  /** The trait's shape id, for example `aws.protocols#awsJson1_1`. */
  readonly id: string;
  /**
   * Idempotency tokens that are missing are filled in.
   * @throws TypeError where the value cannot be sent at all, for example an empty label of the path
   */
  writeRequest(operation: OperationDescription, input: object): HttpRequestMessage;
  /**
   * Members that the schema does not know are ignored, nulls dropped.
   * @throws MalformedResponse where the response cannot be understood
   */
  readResponse(
    operation: OperationDescription,
    response: HttpResponseMessage,
  ): Awaitable<ResponseResult>;
}

/**
 * The server's half of a protocol, for one service. Reading is strict.
 *
 * @public
 */
export interface ServerProtocol {
  /** The trait's shape id, for example `aws.protocols#awsJson1_1`. */
  readonly id: string;
  /** @throws MalformedRequest where the request is not what the model says */
  readRequest(
    operation: OperationDescription,
    request: HttpRequestMessage,
  ): Awaitable<StructureValue>;
  writeResponse(operation: OperationDescription, output: object): HttpResponseMessage;
  /** Also writes errors that no model knows, such as those of the framework itself. */
  writeError(operation: OperationDescription | undefined, error: ErrorMessage): HttpResponseMessage;
  /**
   * RPC protocols that name the operation in the body (awsQuery, ec2Query) look into it,
   * so it has to be a string or bytes for them.
   */
  router<Operation extends OperationDescription>(
    operations: readonly Operation[],
  ): Router<Operation>;
}

/**
 * Makes the client's half of a protocol for a service.
 *
 * @public
 */
export type ClientProtocolFactory = (
  service: ServiceSchema,
  options?: ClientProtocolOptions,
) => ClientProtocol;

/**
 * Makes the server's half of a protocol for a service.
 *
 * @public
 */
export type ServerProtocolFactory = (
  service: ServiceSchema,
  options?: ServerProtocolOptions,
) => ServerProtocol;
