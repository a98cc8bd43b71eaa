import type { NodeObject, NodeValue, ShapeId } from "@tinsmith/smithy";

/** The protocol tests of an operation; lists are empty without the traits. */
export interface ProtocolTestsPlan {
  /** `smithy.test#httpRequestTests` */
  readonly requests: readonly MessageCase[];
  /** `smithy.test#httpResponseTests` */
  readonly responses: readonly MessageCase[];
  /** `smithy.test#httpMalformedRequestTests`, one for each set of parameters. */
  readonly malformedRequests: readonly MalformedRequestCase[];
  /** `smithy.test#eventStreamTests` */
  readonly eventStreams: readonly EventStreamTestCase[];
}

interface CaseBase {
  readonly id: string;
  readonly protocol: ShapeId;
  readonly documentation: string | undefined;
}

/** A test case for a message and the value that it represents. */
export interface MessageCase extends CaseBase {
  readonly appliesTo: "client" | "server" | undefined;
  /** The expected message, in the form of the trait. */
  readonly message: NodeObject;
  /** The value, as a node. */
  readonly params: NodeObject;
  readonly vendorParams: NodeValue | undefined;
}

/** One event of a test case. */
export interface EventInCase {
  readonly type: "request" | "response";
  /** The expected event, in the form of the trait. */
  readonly message: NodeObject;
  /** The event as a node; absent if the event is not in the model. */
  readonly params: NodeObject | undefined;
}

/** A case of `smithy.test#eventStreamTests`. */
export interface EventStreamTestCase extends CaseBase {
  readonly appliesTo: "client" | "server" | undefined;
  readonly initialRequest: NodeObject | undefined;
  readonly initialRequestParams: NodeObject | undefined;
  readonly initialResponse: NodeObject | undefined;
  readonly initialResponseParams: NodeObject | undefined;
  readonly events: readonly EventInCase[];
  /** Present if the case ends with an error. */
  readonly failure: { readonly error: ShapeId | undefined } | undefined;
  readonly vendorParams: NodeValue | undefined;
}

/** A case of `smithy.test#httpMalformedRequestTests`, with its parameters replaced. */
export interface MalformedRequestCase extends CaseBase {
  readonly request: NodeObject;
  readonly response: NodeObject;
}
