import type { NodeValue, ShapeId } from "@tinsmith/smithy";
import type { AuthSchemePlan } from "./auth-scheme-plan.js";
import type { BatchNames, BatchPlan } from "./batch-plan.js";
import type { ChecksumPlan, DiscoveredOperationPlan } from "./client/operation-features.js";
import type { Documented } from "./documented.js";
import type { OperationEndpointParameter } from "./endpoints/endpoint-plan.js";
import type { ProtocolTestsPlan } from "./protocol-tests/protocol-case.js";
import type { WaiterNames, WaiterPlan } from "./waiter-plan.js";

/** The names of an operation in generated packages. All are unique in the service. */
export interface OperationNames {
  /** `meter-usage` */
  readonly file: string;
  /** `meterUsage`: the method of the aggregated client and of a server's handlers. */
  readonly method: string;
  readonly command: string;
  readonly commandInput: string;
  readonly commandOutput: string;
  /** The type without metadata of a message whose body is a blob, for example `InvokeCommandInputType`. */
  readonly payloadInput: string;
  readonly payloadOutput: string;
  /** The union of the operation's errors, for example `MeterUsageError`. */
  readonly error: string;
  /** The constant of the operation's schema, for example `MeterUsage$`. */
  readonly schema: string;
  /** `paginateListTables` and `list-tables-paginator`, if the operation is paginated. */
  readonly paginator: { readonly function: string; readonly file: string } | undefined;
  /** The names of each waiter, by the name of the waiter. */
  readonly waiters: ReadonlyMap<string, WaiterNames>;
  /** Present if the operation takes batches. */
  readonly batch: BatchNames | undefined;
}

/** The input or output of an operation: a structure of the plan, or nothing (`smithy.api#Unit`). */
export type OperationData =
  | { readonly kind: "unit" }
  | {
      readonly kind: "structure";
      readonly id: ShapeId;
      readonly typeName: string;
      readonly schemaName: string;
    };

/** `@http` of an operation. */
export interface HttpOperationPlan {
  readonly method: string;
  readonly uri: string;
  readonly code: number;
}

/** An example of `@examples`, as plain node values in the form of the JSON AST. */
export interface ExamplePlan {
  readonly title: string;
  readonly documentation: string | undefined;
  readonly input: NodeValue | undefined;
  readonly output: NodeValue | undefined;
  readonly error: { readonly shapeId: ShapeId; readonly content: NodeValue } | undefined;
  readonly allowConstraintErrors: boolean;
}

/** `@paginated`, including the settings of the service's own trait. */
export interface PaginationPlan {
  readonly inputToken: string;
  readonly outputToken: string;
  /** A path into the output. */
  readonly items: string | undefined;
  readonly pageSize: string | undefined;
}

export interface EventStreamPlan {
  readonly member: string;
  readonly union: ShapeId;
}

/** The sides that fill in missing members of the operation's messages. */
export interface DefaultsPlan {
  /**
   * True if a client fills in defaults of the messages that it sends, or defaults and required
   * members of the messages that it receives.
   */
  readonly client: boolean;
  /** True if a server fills in defaults of messages in either direction. */
  readonly server: boolean;
}

export interface OperationPlan extends Documented {
  readonly id: ShapeId;
  readonly name: string;
  readonly names: OperationNames;
  readonly input: OperationData;
  readonly output: OperationData;
  /** Ids of the operation's errors, including those of the service, sorted by name. */
  readonly errors: readonly ShapeId[];
  /** Ids of the errors that can end the event stream of the output. */
  readonly streamErrors: readonly ShapeId[];
  readonly http: HttpOperationPlan | undefined;
  /** The host prefix of `@endpoint`, with its labels in braces. */
  readonly hostPrefix: string | undefined;
  /** Schemes in order of preference; empty if the operation has none. */
  readonly authSchemes: readonly AuthSchemePlan[];
  readonly optionalAuth: boolean;
  /**
   * Ids of the schemes of a client's call, including `@optionalAuth`; absent if they are those of
   * the service.
   */
  readonly clientAuth: readonly ShapeId[] | undefined;
  readonly unsignedPayload: boolean;
  readonly checksum: ChecksumPlan | undefined;
  /** Encodings of `@requestCompression` in order of preference; absent without the trait. */
  readonly compression: readonly string[] | undefined;
  readonly discovery: DiscoveredOperationPlan | undefined;
  readonly readonly: boolean;
  readonly idempotent: boolean;
  readonly idempotencyTokenMember: string | undefined;
  readonly inputEventStream: EventStreamPlan | undefined;
  readonly outputEventStream: EventStreamPlan | undefined;
  /** The input member that is a streaming blob. */
  readonly inputStream: string | undefined;
  readonly outputStream: string | undefined;
  /** The input member that is a blob, not a stream, and the whole body (`@httpPayload`). */
  readonly inputPayload: string | undefined;
  readonly outputPayload: string | undefined;
  /** Output members of clients that hold the text of a date header, by header in lower case. */
  readonly headerTexts: Readonly<Record<string, string>> | undefined;
  readonly defaults: DefaultsPlan;
  readonly examples: readonly ExamplePlan[];
  readonly protocolTests: ProtocolTestsPlan;
  readonly pagination: PaginationPlan | undefined;
  /** `smithy.waiters#waitable`. */
  readonly waiters: readonly WaiterPlan[];
  /** `tinsmith.client#batch`. */
  readonly batch: BatchPlan | undefined;
  /** Parameters of the endpoint rules that the operation or members of its input set. */
  readonly endpointParameters: readonly OperationEndpointParameter[];
  /**
   * The parameter of the endpoint rules that holds the first label of the path, which requests must
   * not repeat.
   */
  readonly labelInEndpoint: string | undefined;
}

/** Returns whether any operation of a service sends or receives events. */
export function hasEventStreams(plan: { readonly operations: readonly OperationPlan[] }): boolean {
  return plan.operations.some(
    ({ inputEventStream, outputEventStream }) =>
      inputEventStream !== undefined || outputEventStream !== undefined,
  );
}
