import type {
  HandlerExecutionContext,
  HttpRequest,
  StaticErrorSchema,
  StaticOperationSchema,
} from "@smithy/types";
import type { Body, ServerProtocolFactory, ServiceSchema } from "@tinsmith/protocols";
import type { MiddlewarePlugin } from "../config/client-config.js";

/** What an operation takes, gives, and the codes of the errors that its model names. */
export interface StubbedOperation<Input, Output, ErrorCode extends string> {
  readonly input: Input;
  /** Without the metadata of the call. */
  readonly output: Omit<Output, "$metadata">;
  readonly errorCode: ErrorCode;
}

/** The operations of a service, by name. */
export type StubbedOperations<Operations> = {
  readonly [Name in keyof Operations]: StubbedOperation<object, object, string>;
};

/** What stubs have to know of a service: plain data, and how it speaks. */
export interface StubbedService<Name extends string = string> {
  readonly schema: ServiceSchema;
  /** Write the responses: the one that the client speaks, or else the first. */
  readonly protocols: readonly ServerProtocolFactory[];
  readonly operations: Readonly<
    Record<
      Name,
      { readonly schema: StaticOperationSchema; readonly errors: readonly StaticErrorSchema[] }
    >
  >;
  /** By structure and member, the names of the shapes of strings and blobs, which default data is made of. */
  readonly shapeNames: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A response as it comes over the wire. Exactly these three members say that it is one. */
export interface RawResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** What a stub that is a function can look at. */
export interface StubContext<Name = string, Input = object> {
  readonly operationName: Name;
  readonly params: Input;
  /** The request of this attempt, signed. */
  readonly request: HttpRequest;
  /** The context of the call's middleware. */
  readonly handlerContext: HandlerExecutionContext;
}

/** The class of an error, that of a service's or any other. */
export type ErrorClass = new (options: never) => Error;

/**
 * What a service answers, once:
 *
 * - output data, which is checked against the model;
 * - the code of an error, modelled or not;
 * - an error of the service, as an instance or a class: it goes over the wire;
 * - any other error, as an instance or a class: it is thrown in the place of a response, as if the connection had failed;
 * - a raw response;
 * - a function, which is asked for one of these at each attempt.
 */
export type Stub<Name, Operation extends StubbedOperation<object, object, string>> =
  | StubAnswer<Operation>
  | ((
      context: StubContext<Name, Operation["input"]>,
    ) => StubAnswer<Operation> | Promise<StubAnswer<Operation>>);

/** A {@link Stub} that is no function. */
export type StubAnswer<Operation extends StubbedOperation<object, object, string>> =
  | Operation["output"]
  | Operation["errorCode"]
  | (string & {})
  | Error
  | ErrorClass
  | RawResponse;

/** What each operation answers: one stub again and again, or several in their order, the last again and again. */
export type StubResponses<Operations extends StubbedOperations<Operations>> = {
  readonly [Name in keyof Operations]?:
    | Stub<Name, Operations[Name]>
    | readonly Stub<Name, Operations[Name]>[];
};

/** A call that was made of a stubbed client. */
export interface ApiRequest<Name = string, Input = object> {
  readonly operationName: Name;
  /** The input of the command. */
  readonly params: Input;
  readonly context: {
    /** The requests of the call, signed: one for each attempt. */
    readonly requests: readonly HttpRequest[];
    /** The context of the call's middleware. */
    readonly handlerContext: HandlerExecutionContext;
  };
}

/** A call of one of the operations; `operationName` tells which. */
export type ApiRequestOf<Operations extends StubbedOperations<Operations>> = {
  [Name in keyof Operations]: ApiRequest<Name, Operations[Name]["input"]>;
}[keyof Operations];

/** Data of which anything may be left out. */
export type PartialData<Data> = Data extends readonly (infer Item)[]
  ? readonly PartialData<Item>[]
  : Data extends Date | Uint8Array | AsyncIterable<unknown>
    ? Data
    : Data extends object
      ? { readonly [Member in keyof Data]?: PartialData<Data[Member]> | undefined }
      : Data;

/**
 * Stubbed responses, and what was asked for them. It is a plugin: clients that are constructed with it, or whose class
 * has it, answer with its stubs.
 */
export interface Stubs<Operations extends StubbedOperations<Operations>> extends MiddlewarePlugin {
  /** The calls that were sent so far, in their order. */
  readonly apiRequests: readonly ApiRequestOf<Operations>[];
  /**
   * Replaces the stubs of the operations that are named; their first stubs are next.
   * @throws TypeError where data does not fit the model; it names all the problems
   */
  stubResponses(responses: StubResponses<Operations>): void;
  configure(options: object): object;
}
