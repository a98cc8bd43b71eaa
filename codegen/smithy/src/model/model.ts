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

/** The types of shapes without members. */
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
  /** The traits that are applied to the shape itself, without those inherited from mixins. */
  readonly ownTraits: Traits;
  /** The place of the definition; absent for shapes of a JSON AST built in memory. */
  readonly span?: Span | undefined;
  /**
   * Ids of the mixins applied to the shape, in order. Their members and traits are already merged.
   * On a member: the mixin members that it is inherited from.
   */
  readonly mixins: readonly ShapeId[];
}

/** A simple shape: a string, a number, a timestamp and so on, without members. */
export interface SimpleShape extends ShapeBase<SimpleShapeType> {}

/** A member of a shape. Its id is `container$name`. */
export interface MemberShape extends ShapeBase<"member"> {
  readonly name: string;
  readonly container: ShapeId;
  readonly target: ShapeId;
}

/** Members by name, in the order of the model. */
export type Members = ReadonlyMap<string, MemberShape>;

/** An enumeration of strings. Each member carries `smithy.api#enumValue`. */
export interface EnumShape extends ShapeBase<"enum"> {
  readonly members: Members;
}
/** An enumeration of integers. Each member carries `smithy.api#enumValue`. */
export interface IntEnumShape extends ShapeBase<"intEnum"> {
  readonly members: Members;
}
/** A list; `@uniqueItems` makes it a set. */
export interface ListShape extends ShapeBase<"list"> {
  readonly member: MemberShape;
}
/** A map from strings to values. */
export interface MapShape extends ShapeBase<"map"> {
  readonly key: MemberShape;
  readonly value: MemberShape;
}
/** A structure: a fixed set of named, heterogeneous members. */
export interface StructureShape extends ShapeBase<"structure"> {
  readonly members: Members;
}
/** A tagged union: exactly one member is set. */
export interface UnionShape extends ShapeBase<"union"> {
  readonly members: Members;
}
/** An operation of a service: its input, output and possible errors. */
export interface OperationShape extends ShapeBase<"operation"> {
  /** `smithy.api#Unit` if the operation has no input. */
  readonly input: ShapeId;
  readonly output: ShapeId;
  readonly errors: readonly ShapeId[];
  /** The errors that the operation declares itself, without those inherited from mixins. */
  readonly ownErrors: readonly ShapeId[];
}
/** An entity with an identity and a set of operations. */
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
/** The properties of a service that mixins can contribute to. */
export interface ServiceProperties {
  /** `""` if the model has none. */
  readonly version: string;
  readonly operations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
  readonly errors: readonly ShapeId[];
  readonly rename: ReadonlyMap<ShapeId, string>;
}
/** A service: the entry point of an API, which gathers its resources and operations. */
export interface ServiceShape extends ShapeBase<"service">, ServiceProperties {
  /** The properties that the service declares itself, without those inherited from mixins. */
  readonly own: ServiceProperties;
}

/** Any shape, discriminated by `type`. */
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

/** All types of shapes. */
export type ShapeType = Shape["type"];
/** The shapes of a type: `ShapeOfType<"operation">` is an {@link OperationShape}. */
export type ShapeOfType<Type extends ShapeType> = Type extends SimpleShapeType
  ? SimpleShape & { readonly type: Type }
  : Extract<Shape, { readonly type: Type }>;

/**
 * A resolved Smithy model: frozen, sorted by shape id, and equal whether loaded from IDL or from a
 * JSON AST. Mixins, `apply` statements, forward references and merges are resolved.
 *
 * Members are shapes of the model too and can be looked up by id.
 */
export interface Model {
  /** Every shape by id, including the prelude and members. */
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  readonly metadata: Readonly<Record<string, NodeValue>>;

  /** Returns the shape with this id, or `undefined`. */
  getShape(id: ShapeId): Shape | undefined;
  /**
   * Returns the shape with this id and type; throws a `RangeError` that names both if there is
   * none.
   */
  expectShape<Type extends ShapeType>(id: ShapeId, type: Type): ShapeOfType<Type>;
  expectShape(id: ShapeId): Shape;
  /** All shapes of a type, sorted by id. */
  shapesOfType<Type extends ShapeType>(type: Type): readonly ShapeOfType<Type>[];
}
