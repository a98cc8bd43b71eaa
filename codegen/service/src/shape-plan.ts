import type { NodeValue, ShapeId } from "@tinsmith/smithy";
import type { Constraints } from "./constraints.js";
import type { Documented } from "./documented.js";
import type { MessageCase } from "./protocol-tests/protocol-case.js";
import type { ValueType } from "./value-type.js";

interface ShapePlanBase<Kind extends string> extends Documented {
  readonly kind: Kind;
  readonly id: ShapeId;
  /** The name in the service: the shape's own, or the one that the service's `rename` assigns. */
  readonly name: string;
  /**
   * The unique TypeScript name, distinct from reserved words and from globals that generated code
   * uses.
   */
  readonly typeName: string;
  /**
   * The constant of the shape's schema, for example `UsageRecord$`; absent if its schema is a plain
   * number.
   */
  readonly schemaName: string | undefined;
  readonly sensitive: boolean;
  /** The constraints of the shape itself; members may have others. */
  readonly constraints: Constraints;
}

/** The sides on which values of a structure or union occur. A shape can have several roles. */
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
  /** Names of the operations that have the structure as their input, or as their output. */
  readonly inputOf: readonly string[];
  readonly outputOf: readonly string[];
  /** True if a value can contain another value of the same shape. */
  readonly recursive: boolean;
}

/** The `@error` trait and related traits of a structure. */
export interface ErrorPlan {
  readonly fault: "client" | "server";
  /** `@httpError`, or else 400 for client and 500 for server faults. */
  readonly httpStatus: number;
  readonly retryable: { readonly throttling: boolean } | undefined;
  /** The name on the wire and the status of `aws.protocols#awsQueryError`. */
  readonly awsQuery: { readonly code: string; readonly httpStatus: number } | undefined;
  /** The member that carries the message: `message`, or `Message`. */
  readonly messageMember: string | undefined;
  /** Names of the operations that can return it. */
  readonly operations: readonly string[];
  /** Protocol tests: `smithy.test#httpResponseTests`. */
  readonly responseTests: readonly MessageCase[];
}

export interface UnionPlan extends ShapePlanBase<"union"> {
  readonly members: readonly MemberPlan[];
  /** The members again, each with the name of the union variant that has it set: `TextMember`. */
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
 * A member of a structure, union, list or map. The documentation is the member's own, or else that
 * of its target.
 */
export interface MemberPlan extends Documented {
  readonly id: ShapeId;
  readonly name: string;
  /**
   * The property that holds the member: its name, but `_name` for a member `name` of an error, because
   * that property is the name of the error itself.
   */
  readonly property: string;
  readonly target: ShapeId;
  readonly type: ValueType;
  /**
   * True if the property is required in TypeScript: `@required`, unless `@clientOptional` relaxes
   * it, or the client fills it in (`@idempotencyToken`).
   */
  readonly required: boolean;
  /** True if the model marks the member as `@required`, which a server checks. */
  readonly modelRequired: boolean;
  /**
   * `@default` of the member; `undefined` if it has none, `null` if it overrides the default of its
   * target.
   */
  readonly default: NodeValue | undefined;
  /** `@addedDefault`: the default was added after the member was first published. */
  readonly addedDefault: boolean;
  readonly clientOptional: boolean;
  readonly idempotencyToken: boolean;
  readonly sensitive: boolean;
  readonly constraints: Constraints;
  readonly http: HttpBinding;
  readonly hostLabel: boolean;
  /** The part of an event that the member is bound to. */
  readonly event: "header" | "payload" | undefined;
  /** The endpoint parameter that the member sets (`smithy.rules#contextParam`). */
  readonly contextParam: string | undefined;
  /** `@timestampFormat` of the member, or else of the timestamp that it targets. */
  readonly timestampFormat: TimestampFormat | undefined;
  /** `@recommended`, with its reason. */
  readonly recommended: { readonly reason: string | undefined } | undefined;
  /** `@mediaType` of the target. */
  readonly mediaType: string | undefined;
  /** True if the documentation is that of the target, because the member has none. */
  readonly inheritsDocumentation: boolean;
}

export type TimestampFormat = "date-time" | "epoch-seconds" | "http-date";

/**
 * The part of an HTTP message that a member is bound to; by default `document`, the document in the
 * body.
 */
export type HttpBinding =
  | { readonly kind: "document" }
  | { readonly kind: "label" }
  | { readonly kind: "header"; readonly name: string }
  | { readonly kind: "prefixHeaders"; readonly prefix: string }
  | { readonly kind: "query"; readonly name: string }
  | { readonly kind: "queryParams" }
  | { readonly kind: "payload" }
  | { readonly kind: "responseCode" };
