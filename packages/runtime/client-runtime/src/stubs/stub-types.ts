import type {
  HandlerExecutionContext,
  HttpRequest,
  StaticErrorSchema,
  StaticOperationSchema,
} from "@smithy/types";
import type { Body, ServerProtocolFactory, ServiceSchema } from "@tinsmith/protocols";
import type { MiddlewarePlugin } from "../config/client-config.js";

/** The input, output and error codes of an operation. */
export interface StubbedOperation<Input, Output, ErrorCode extends string> {
  readonly input: Input;
  /** The output without the metadata of the call. */
  readonly output: Omit<Output, "$metadata">;
  readonly errorCode: ErrorCode;
}

/** The operations of a service, by name. */
export type StubbedOperations<Operations> = {
  readonly [Name in keyof Operations]: StubbedOperation<object, object, string>;
};

/** The data of a service that stubs need: plain data and its protocols. */
export interface StubbedService<Name extends string = string> {
  readonly schema: ServiceSchema;
  /** The protocols that write responses. The client's protocol is used, or else the first one. */
  readonly protocols: readonly ServerProtocolFactory[];
  readonly operations: Readonly<
    Record<
      Name,
      { readonly schema: StaticOperationSchema; readonly errors: readonly StaticErrorSchema[] }
    >
  >;
  /**
   * The shape names of strings and blobs, by structure and member. Default data consists of them.
   */
  readonly shapeNames: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** An HTTP response. An object with exactly these three members is a raw response. */
export interface RawResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** The argument of a stub that is a function. */
export interface StubContext<Name = string, Input = object> {
  readonly operationName: Name;
  readonly params: Input;
  /** The signed request of this attempt. */
  readonly request: HttpRequest;
  /** The context of the call's middleware. */
  readonly handlerContext: HandlerExecutionContext;
}

/** The class of any error, including service errors. */
export type ErrorClass = new (options: never) => Error;

/**
 * A single response of a stubbed operation:
 *
 * - output data; it is checked against the model;
 * - the code of an error, modeled or not;
 * - an error of the service, as an instance or a class; it is sent over the wire;
 * - any other error, as an instance or a class; it is thrown as if the connection had failed;
 * - a raw response;
 * - a function that returns one of these, called at each attempt.
 */
export type Stub<Name, Operation extends StubbedOperation<object, object, string>> =
  | StubAnswer<Operation>
  | ((
      context: StubContext<Name, Operation["input"]>,
    ) => StubAnswer<Operation> | Promise<StubAnswer<Operation>>);

/** A {@link Stub} that is not a function. */
export type StubAnswer<Operation extends StubbedOperation<object, object, string>> =
  | Operation["output"]
  | Operation["errorCode"]
  | (string & {})
  | Error
  | ErrorClass
  | RawResponse;

/**
 * The responses of each operation: a single stub, which is repeated, or a list of stubs. The stubs
 * of a list are used in order, and the last one is repeated.
 */
export type StubResponses<Operations extends StubbedOperations<Operations>> = {
  readonly [Name in keyof Operations]?:
    | Stub<Name, Operations[Name]>
    | readonly Stub<Name, Operations[Name]>[];
};

/** A call of a stubbed client. */
export interface ApiRequest<Name = string, Input = object> {
  readonly operationName: Name;
  /** The input of the command. */
  readonly params: Input;
  readonly context: {
    /** The signed requests of the call, one for each attempt. */
    readonly requests: readonly HttpRequest[];
    /** The context of the call's middleware. */
    readonly handlerContext: HandlerExecutionContext;
  };
}

/** A call of any operation, discriminated by `operationName`. */
export type ApiRequestOf<Operations extends StubbedOperations<Operations>> = {
  [Name in keyof Operations]: ApiRequest<Name, Operations[Name]["input"]>;
}[keyof Operations];

/** Data in which every member is optional. */
export type PartialData<Data> = Data extends readonly (infer Item)[]
  ? readonly PartialData<Item>[]
  : Data extends Date | Uint8Array | AsyncIterable<unknown>
    ? Data
    : Data extends object
      ? { readonly [Member in keyof Data]?: PartialData<Data[Member]> | undefined }
      : Data;

/**
 * Stubbed responses and the calls that used them. Pass it as a plugin to a client or a client
 * class.
 */
export interface Stubs<Operations extends StubbedOperations<Operations>> extends MiddlewarePlugin {
  /** The calls so far, in order. */
  readonly apiRequests: readonly ApiRequestOf<Operations>[];
  /**
   * Replaces the stubs of the named operations and starts at their first stub.
   * @throws TypeError if data does not match the model; the message lists all problems
   */
  stubResponses(responses: StubResponses<Operations>): void;
  configure(options: object): object;
}
