import type { $SchemaRef, SchemaTraits } from "@smithy/types";
import {
  Sentinel,
  encodedMemberTraitsOf,
  encodedTraitsOf,
  isError,
  isList,
  isMap,
  isMember,
  isOperation,
  isSimple,
  isUnion,
  listMemberOf,
  mapKeyOf,
  mapValueOf,
  memberNamesOf,
  memberRefsOf,
  memberTargetOf,
  nameOf,
  namespaceOf,
  simpleTargetOf,
} from "@tinsmith/schema";

/**
 * The simple types that number sentinels in a schema represent.
 *
 * @internal
 */
export type SimpleKind =
  | "string"
  | "number"
  | "boolean"
  | "timestamp"
  | "document"
  | "bigInteger"
  | "bigDecimal"
  | "blob"
  | "streamingBlob";

/**
 * A simple shape.
 *
 * @internal
 */
export interface SimpleView {
  readonly kind: SimpleKind;
}

/**
 * A list.
 *
 * @internal
 */
export interface ListView {
  readonly kind: "list";
  /** `undefined` for a list that is only a sentinel in the schema. */
  readonly name: string | undefined;
  readonly member: $SchemaRef;
  readonly sparse: boolean;
  /** The same object for every view of a shape, for use as a cache key. */
  readonly identity: object | undefined;
}

/**
 * A map.
 *
 * @internal
 */
export interface MapView {
  readonly kind: "map";
  readonly name: string | undefined;
  readonly key: $SchemaRef;
  readonly value: $SchemaRef;
  readonly sparse: boolean;
  readonly identity: object | undefined;
}

/**
 * A structure, an error or a union.
 *
 * @internal
 */
export interface StructureView {
  readonly kind: "structure" | "union";
  readonly name: string;
  readonly namespace: string;
  readonly members: readonly MemberView[];
  readonly identity: object;
  /** True for an event stream. Its value is a sequence of events. */
  readonly streaming: boolean;
  /** The side that caused the error; `undefined` for other structures. */
  readonly fault: "client" | "server" | undefined;
}

/**
 * A member of a structure or a union.
 *
 * @internal
 */
export interface MemberView {
  readonly name: string;
  readonly ref: $SchemaRef;
  readonly traits: SchemaTraits;
}

/**
 * The contents of a schema, independent of its encoding as a tuple.
 *
 * @internal
 */
export type ShapeView = SimpleView | ListView | MapView | StructureView;

/**
 * Reads a schema reference: a function, a member pair, a sentinel or a tuple.
 *
 * @internal
 */
export function viewOf(ref: $SchemaRef): ShapeView {
  if (typeof ref === "function") return viewOf(ref());
  if (typeof ref === "string") return unit;
  if (typeof ref === "number") return sentinelView(ref);
  if (!Array.isArray(ref)) return viewOf(ref.getSchema());
  if (isMember(ref)) return viewOf(memberTargetOf(ref));
  if (isSimple(ref)) return viewOf(simpleTargetOf(ref));
  if (isOperation(ref)) {
    throw new TypeError(`The operation ${nameOf(ref)} is not a data shape.`);
  }
  const name = nameOf(ref);
  const traits = encodedTraitsOf(ref);
  const sparse = hasTrait(traits, "sparse");
  if (isList(ref)) return { kind: "list", name, member: listMemberOf(ref), sparse, identity: ref };
  if (isMap(ref)) {
    const [key, value] = [mapKeyOf(ref), mapValueOf(ref)];
    return { kind: "map", name, key, value, sparse, identity: ref };
  }
  return {
    kind: isUnion(ref) ? "union" : "structure",
    name,
    namespace: namespaceOf(ref),
    identity: ref,
    streaming: hasTrait(traits, "streaming"),
    fault: isError(ref) ? faultOf(traits) : undefined,
    members: memberNamesOf(ref).map((member, index) => {
      const target = memberRefsOf(ref)[index] ?? Sentinel.document;
      return { name: member, ref: target, traits: memberTraits(target) };
    }),
  };
}

/**
 * Returns true if the client generates a value for an omitted member.
 *
 * @internal
 */
export const isIdempotencyToken = ({ traits }: MemberView): boolean =>
  typeof traits === "number" ? (traits & 4) !== 0 : traits.idempotencyToken === 1;

/**
 * Returns true if the member is the whole body of a message. In this position, a blob may also be
 * text.
 */
export const isPayload = ({ traits }: MemberView): boolean =>
  typeof traits === "number" ? (traits & 16) !== 0 : traits.httpPayload === 1;

const unit: StructureView = {
  kind: "structure",
  name: "Unit",
  namespace: "smithy.api",
  members: [],
  identity: {},
  streaming: false,
  fault: undefined,
};

function sentinelView(sentinel: number): ShapeView {
  if ((sentinel & Sentinel.map) !== 0) {
    return {
      kind: "map",
      name: undefined,
      key: 0,
      value: sentinel & ~Sentinel.map,
      sparse: false,
      identity: undefined,
    };
  }
  if ((sentinel & Sentinel.list) !== 0) {
    return {
      kind: "list",
      name: undefined,
      member: sentinel & ~Sentinel.list,
      sparse: false,
      identity: undefined,
    };
  }
  return { kind: simpleKinds[sentinel] ?? "document" };
}

const simpleKinds: Readonly<Record<number, SimpleKind>> = {
  0: "string",
  1: "number",
  2: "boolean",
  4: "timestamp",
  5: "timestamp",
  6: "timestamp",
  7: "timestamp",
  15: "document",
  17: "bigInteger",
  19: "bigDecimal",
  21: "blob",
  42: "streamingBlob",
};

const memberTraits = (ref: $SchemaRef): SchemaTraits =>
  isMember(ref) ? encodedMemberTraitsOf(ref) : 0;

const hasTrait = (traits: SchemaTraits, name: string): boolean =>
  typeof traits === "object" && traits[name] !== undefined;

const faultOf = (traits: SchemaTraits): "client" | "server" =>
  typeof traits === "object" && traits.error === "server" ? "server" : "client";
