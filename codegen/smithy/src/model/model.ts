import type { Span } from "../source/source-file.js";

/** An absolute shape id: `namespace#Name`, or `namespace#Name$member` for a member. */
export type ShapeId = string;

/** A Smithy node value as plain JSON data: metadata, trait values, defaults. */
export type NodeValue =
  | null
  | boolean
  | number
  | string
  | readonly NodeValue[]
  | { readonly [key: string]: NodeValue };

/** Traits of a shape by absolute trait id. An annotation trait such as `@required` holds `{}`. */
export type Traits = ReadonlyMap<ShapeId, NodeValue>;

/** The types of shapes that are made of nothing else. */
export type SimpleShapeType =
  | "blob"
  | "boolean"
  | "string"
  | "byte"
  | "short"
  | "integer"
  | "long"
  | "float"
  | "double"
  | "bigInteger"
  | "bigDecimal"
  | "timestamp"
  | "document";

interface ShapeBase<Type extends string> {
  readonly type: Type;
  readonly id: ShapeId;
  readonly traits: Traits;
  /** The traits that the model gives to this very shape, without those it has from mixins. */
  readonly ownTraits: Traits;
  /** Where the shape is defined; absent for shapes of a JSON AST built in memory. */
  readonly span?: Span | undefined;
  /**
   * Ids of the mixins applied to the shape, in order. Their members and traits are already merged
   * in. On a member: the members of the mixins that it comes from.
   */
  readonly mixins: readonly ShapeId[];
}

/** A string, a number, a time, …: a shape without members. */
export interface SimpleShape extends ShapeBase<SimpleShapeType> {}

/** A member of a shape. Its id is `container$name`. */
export interface MemberShape extends ShapeBase<"member"> {
  readonly name: string;
  readonly container: ShapeId;
  readonly target: ShapeId;
}

/** Members by name, in the order of the model. */
export type Members = ReadonlyMap<string, MemberShape>;

/** A set of texts. Each member carries `smithy.api#enumValue`. */
export interface EnumShape extends ShapeBase<"enum"> {
  readonly members: Members;
}
/** A set of integers. Each member carries `smithy.api#enumValue`. */
export interface IntEnumShape extends ShapeBase<"intEnum"> {
  readonly members: Members;
}
/** A list; `@uniqueItems` makes it a set. */
export interface ListShape extends ShapeBase<"list"> {
  readonly member: MemberShape;
}
/** A map from texts to values. */
export interface MapShape extends ShapeBase<"map"> {
  readonly key: MemberShape;
  readonly value: MemberShape;
}
/** Members that are there side by side: an input, an output, an error, a part of those. */
export interface StructureShape extends ShapeBase<"structure"> {
  readonly members: Members;
}
/** Members of which one is there. */
export interface UnionShape extends ShapeBase<"union"> {
  readonly members: Members;
}
/** What a service can be asked to do. */
export interface OperationShape extends ShapeBase<"operation"> {
  /** `smithy.api#Unit` where the model names none. */
  readonly input: ShapeId;
  readonly output: ShapeId;
  readonly errors: readonly ShapeId[];
  /** The errors that the operation itself names, without those it has from mixins. */
  readonly ownErrors: readonly ShapeId[];
}
/** Something with identifiers that operations are about. */
export interface ResourceShape extends ShapeBase<"resource"> {
  readonly identifiers: ReadonlyMap<string, ShapeId>;
  readonly properties: ReadonlyMap<string, ShapeId>;
  readonly create?: ShapeId | undefined;
  readonly put?: ShapeId | undefined;
  readonly read?: ShapeId | undefined;
  readonly update?: ShapeId | undefined;
  readonly delete?: ShapeId | undefined;
  readonly list?: ShapeId | undefined;
  readonly operations: readonly ShapeId[];
  readonly collectionOperations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
}
/** What a service is made of. */
export interface ServiceProperties {
  /** `""` where the model gives none. */
  readonly version: string;
  readonly operations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
  readonly errors: readonly ShapeId[];
  readonly rename: ReadonlyMap<ShapeId, string>;
}
/** A service: operations and resources under one name. */
export interface ServiceShape extends ShapeBase<"service">, ServiceProperties {
  /** What the service itself says, without what it has from mixins. */
  readonly own: ServiceProperties;
}

/** Any shape. `type` says which. */
export type Shape =
  | SimpleShape
  | MemberShape
  | EnumShape
  | IntEnumShape
  | ListShape
  | MapShape
  | StructureShape
  | UnionShape
  | OperationShape
  | ResourceShape
  | ServiceShape;

/** The types that shapes have. */
export type ShapeType = Shape["type"];
/** The shapes of a type: `ShapeOfType<"operation">` is an {@link OperationShape}. */
export type ShapeOfType<Type extends ShapeType> = Type extends SimpleShapeType
  ? SimpleShape & { readonly type: Type }
  : Extract<Shape, { readonly type: Type }>;

/**
 * A resolved Smithy model: frozen, sorted by shape id, the same whether it came from IDL or from
 * a JSON AST. Mixins, `apply`, forward references and merges are settled.
 *
 * Members are shapes of the model too and can be looked up by their own id.
 */
export interface Model {
  /** Every shape by id, the prelude and members included. */
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  readonly metadata: Readonly<Record<string, NodeValue>>;

  /** The shape with this id, or `undefined`. */
  getShape(id: ShapeId): Shape | undefined;
  /** The shape with this id and type; throws a `RangeError` that names both where there is none. */
  expectShape<Type extends ShapeType>(id: ShapeId, type: Type): ShapeOfType<Type>;
  expectShape(id: ShapeId): Shape;
  /** All shapes of a type, sorted by id. */
  shapesOfType<Type extends ShapeType>(type: Type): readonly ShapeOfType<Type>[];
}
