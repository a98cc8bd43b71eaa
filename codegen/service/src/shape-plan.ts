import type { NodeValue, ShapeId } from "@tinsmith/smithy";
import type { Constraints } from "./constraints.js";
import type { Documented } from "./documented.js";
import type { MessageCase } from "./protocol-tests/protocol-case.js";
import type { ValueType } from "./value-type.js";

interface ShapePlanBase<Kind extends string> extends Documented {
  readonly kind: Kind;
  readonly id: ShapeId;
  /** The name in the service: the shape's own, or what the service's `rename` gives it. */
  readonly name: string;
  /** The unique TypeScript name, clear of reserved words and of globals which generated code uses. */
  readonly typeName: string;
  /** The constant of the shape's schema, for example `UsageRecord$`; absent where its schema is a bare number. */
  readonly schemaName: string | undefined;
  readonly sensitive: boolean;
  /** What the shape demands of its values by itself; members may demand otherwise. */
  readonly constraints: Constraints;
}

/** Where values of a structure or union occur. A shape can be in all of these. */
export interface Roles {
  /** Reached from the input of an operation. */
  readonly input: boolean;
  /** Reached from the output of an operation or from an error. */
  readonly output: boolean;
}

export interface StructurePlan extends ShapePlanBase<"structure"> {
  readonly members: readonly MemberPlan[];
  readonly roles: Roles;
  /** Present on structures with `@error`. */
  readonly error: ErrorPlan | undefined;
  /** Operations that have the structure as their input, or as their output, by name. */
  readonly inputOf: readonly string[];
  readonly outputOf: readonly string[];
  /** Whether a value can hold another value of the same shape. */
  readonly recursive: boolean;
}

/** What `@error` and its neighbours say about a structure. */
export interface ErrorPlan {
  readonly fault: "client" | "server";
  /** `@httpError`, or else 400 for client and 500 for server faults. */
  readonly httpStatus: number;
  readonly retryable: { readonly throttling: boolean } | undefined;
  /** The name on the wire and the status of `aws.protocols#awsQueryError`. */
  readonly awsQuery: { readonly code: string; readonly httpStatus: number } | undefined;
  /** The member that carries the message: `message`, or `Message`. */
  readonly messageMember: string | undefined;
  /** Names of the operations that can answer with it. */
  readonly operations: readonly string[];
  /** Protocol tests: `smithy.test#httpResponseTests`. */
  readonly responseTests: readonly MessageCase[];
}

export interface UnionPlan extends ShapePlanBase<"union"> {
  readonly members: readonly MemberPlan[];
  /** The members once more, each with the name of the type that has it set: `TextMember`. */
  readonly variants: readonly { readonly typeName: string; readonly member: MemberPlan }[];
  readonly roles: Roles;
  readonly streaming: boolean;
  readonly recursive: boolean;
}

export interface EnumPlan extends ShapePlanBase<"enum"> {
  readonly values: readonly EnumValuePlan<string>[];
}

export interface IntEnumPlan extends ShapePlanBase<"intEnum"> {
  readonly values: readonly EnumValuePlan<number>[];
}

export interface EnumValuePlan<Value> extends Documented {
  readonly name: string;
  readonly value: Value;
  readonly tags: readonly string[];
}

export interface ListPlan extends ShapePlanBase<"list"> {
  readonly member: MemberPlan;
  readonly sparse: boolean;
}

export interface MapPlan extends ShapePlanBase<"map"> {
  readonly key: MemberPlan;
  readonly value: MemberPlan;
  readonly sparse: boolean;
}

export interface SimplePlan extends ShapePlanBase<"simple"> {
  readonly type: ValueType;
}

export type ShapePlan =
  | StructurePlan
  | UnionPlan
  | EnumPlan
  | IntEnumPlan
  | ListPlan
  | MapPlan
  | SimplePlan;

/** Finds the plans of shapes. */
export type ShapeLookup = Pick<ReadonlyMap<ShapeId, ShapePlan>, "get">;

export type ShapePlanOfKind<Kind extends ShapePlan["kind"]> = Extract<
  ShapePlan,
  { readonly kind: Kind }
>;

/**
 * A member of a structure, union, list or map. Documentation is the member's own,
 * or else that of the shape it targets.
 */
export interface MemberPlan extends Documented {
  readonly id: ShapeId;
  readonly name: string;
  readonly target: ShapeId;
  readonly type: ValueType;
  /**
   * Whether the property must be there in TypeScript: `@required`, unless `@clientOptional`
   * relaxes it, or the client fills it in (`@idempotencyToken`).
   */
  readonly required: boolean;
  /** Whether the model marks the member `@required`: what a server checks. */
  readonly modelRequired: boolean;
  /** `@default` of the member; `undefined` where there is none, `null` where it is taken back. */
  readonly default: NodeValue | undefined;
  /** `@addedDefault`: the default came after the member's first publication. */
  readonly addedDefault: boolean;
  readonly clientOptional: boolean;
  readonly idempotencyToken: boolean;
  readonly sensitive: boolean;
  readonly constraints: Constraints;
  readonly http: HttpBinding;
  readonly hostLabel: boolean;
  /** Where the member stands in an event of an event stream. */
  readonly event: "header" | "payload" | undefined;
  /** The endpoint parameter which the member sets (`smithy.rules#contextParam`). */
  readonly contextParam: string | undefined;
  /** `@timestampFormat` of the member, or else of the timestamp that it targets. */
  readonly timestampFormat: TimestampFormat | undefined;
  /** Whether the documentation is that of the target, for lack of the member's own. */
  readonly inheritsDocumentation: boolean;
}

export type TimestampFormat = "date-time" | "epoch-seconds" | "http-date";

/** Where HTTP protocols put a member; `document` is the body's document, which is the default. */
export type HttpBinding =
  | { readonly kind: "document" }
  | { readonly kind: "label" }
  | { readonly kind: "header"; readonly name: string }
  | { readonly kind: "prefixHeaders"; readonly prefix: string }
  | { readonly kind: "query"; readonly name: string }
  | { readonly kind: "queryParams" }
  | { readonly kind: "payload" }
  | { readonly kind: "responseCode" };
