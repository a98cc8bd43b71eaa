import type { NodeObject, NodeValue, ShapeId } from "@tinsmith/smithy";

/** The protocol tests of an operation; empty lists without the traits. */
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

/** A case about a message and the value that it stands for. */
export interface MessageCase extends CaseBase {
  readonly appliesTo: "client" | "server" | undefined;
  /** What the message must look like, in the members of the trait. */
  readonly message: NodeObject;
  /** The value, as a node. */
  readonly params: NodeObject;
  readonly vendorParams: NodeValue | undefined;
}

/** One event of a case. */
export interface EventInCase {
  readonly type: "request" | "response";
  /** What the event must look like, in the members of the trait. */
  readonly message: NodeObject;
  /** The event as a node; absent where the model does not know it. */
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
  /** Present where the case ends with an error. */
  readonly failure: { readonly error: ShapeId | undefined } | undefined;
  readonly vendorParams: NodeValue | undefined;
}

/** A case of `smithy.test#httpMalformedRequestTests`, its parameters filled in. */
export interface MalformedRequestCase extends CaseBase {
  readonly request: NodeObject;
  readonly response: NodeObject;
}
