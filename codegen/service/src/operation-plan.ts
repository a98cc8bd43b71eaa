import type { NodeValue, ShapeId } from "@tinsmith/smithy";
import type { AuthSchemePlan } from "./auth-scheme-plan.js";
import type { BatchNames, BatchPlan } from "./batch-plan.js";
import type { ChecksumPlan, DiscoveredOperationPlan } from "./client/operation-features.js";
import type { Documented } from "./documented.js";
import type { OperationEndpointParameter } from "./endpoints/endpoint-plan.js";
import type { ProtocolTestsPlan } from "./protocol-tests/protocol-case.js";
import type { WaiterNames, WaiterPlan } from "./waiter-plan.js";

/** The names which generated packages give to the things of an operation. All are distinct in the service. */
export interface OperationNames {
  /** `meter-usage` */
  readonly file: string;
  /** `meterUsage`: the method of the aggregated client and of a server's handlers. */
  readonly method: string;
  readonly command: string;
  readonly commandInput: string;
  readonly commandOutput: string;
  /** The union of the operation's errors, for example `MeterUsageError`. */
  readonly error: string;
  /** The constant of the operation's schema, for example `MeterUsage$`. */
  readonly schema: string;
  /** `paginateListTables`, and `list-tables-paginator`, where the operation has pages. */
  readonly paginator: { readonly function: string; readonly file: string } | undefined;
  /** By waiter. */
  readonly waiters: ReadonlyMap<string, WaiterNames>;
  /** Where the operation takes batches. */
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

/** A worked example of `@examples`, as plain node values in the form of the JSON AST. */
export interface ExamplePlan {
  readonly title: string;
  readonly documentation: string | undefined;
  readonly input: NodeValue | undefined;
  readonly output: NodeValue | undefined;
  readonly error: { readonly shapeId: ShapeId; readonly content: NodeValue } | undefined;
  readonly allowConstraintErrors: boolean;
}

/** `@paginated`, with what the service's own trait sets for all operations. */
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

/** Whose messages have members to fill in where they are missing. */
export interface DefaultsPlan {
  /** A client: defaults of what it sends, defaults and required members of what it receives. */
  readonly client: boolean;
  /** A server: defaults of both. */
  readonly server: boolean;
}

export interface OperationPlan extends Documented {
  readonly id: ShapeId;
  readonly name: string;
  readonly names: OperationNames;
  readonly input: OperationData;
  readonly output: OperationData;
  /** Ids of the operation's errors, those of the service included, sorted by name. */
  readonly errors: readonly ShapeId[];
  /** Ids of the errors that the stream of events in the output may end with. */
  readonly streamErrors: readonly ShapeId[];
  readonly http: HttpOperationPlan | undefined;
  /** The host prefix of `@endpoint`, with its labels in braces. */
  readonly hostPrefix: string | undefined;
  /** Schemes in order of preference; empty where the operation takes none. */
  readonly authSchemes: readonly AuthSchemePlan[];
  readonly optionalAuth: boolean;
  /** Ids of the schemes of a client's call, `@optionalAuth` included; absent where they are those of the service. */
  readonly clientAuth: readonly ShapeId[] | undefined;
  readonly unsignedPayload: boolean;
  readonly checksum: ChecksumPlan | undefined;
  /** Encodings of `@requestCompression`, best first; absent without the trait. */
  readonly compression: readonly string[] | undefined;
  readonly discovery: DiscoveredOperationPlan | undefined;
  readonly readonly: boolean;
  readonly idempotent: boolean;
  readonly idempotencyTokenMember: string | undefined;
  readonly inputEventStream: EventStreamPlan | undefined;
  readonly outputEventStream: EventStreamPlan | undefined;
  /** Members that are a streaming blob. */
  readonly inputStream: string | undefined;
  readonly outputStream: string | undefined;
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
  /** The parameter of the endpoint rules that holds the first label of the path, which requests must not repeat. */
  readonly labelInEndpoint: string | undefined;
}

/** Whether any operation of a service sends or receives events. */
export function hasEventStreams(plan: { readonly operations: readonly OperationPlan[] }): boolean {
  return plan.operations.some(
    ({ inputEventStream, outputEventStream }) =>
      inputEventStream !== undefined || outputEventStream !== undefined,
  );
}
