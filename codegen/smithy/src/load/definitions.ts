import type { NodeValue, ShapeId, ShapeType } from "../model/model.js";
import type { Span } from "../source/source-file.js";
import type { ValueNode } from "../syntax/nodes.js";

/**
 * The definitions of one file, with absolute ids and not yet merged with other files. Both the IDL
 * and the JSON AST are converted to this form; later steps do not distinguish them.
 */
export interface FileDefinitions {
  readonly version: Version;
  readonly shapes: readonly ShapeDefinition[];
  readonly applications: readonly TraitApplications[];
  readonly metadata: readonly MetadataDefinition[];
}

export type Version = "1.0" | "2.0";

/**
 * A trait with its value; `undefined` for an annotation, whose value depends on the trait's type.
 */
export interface TraitDefinition {
  readonly id: ShapeId;
  readonly value: NodeValue | undefined;
  readonly span?: Span | undefined;
  /** The value as written, to locate parts of it. */
  readonly syntax?: ValueNode | undefined;
  /** True for a trait that the language adds. A trait that the author writes replaces it. */
  readonly implied?: boolean;
  /** True for a value after `=`, which is part of the member. */
  readonly assigned?: boolean;
}

export interface TraitApplications {
  readonly target: ShapeId;
  /** True if the traits come from a JSON AST. */
  readonly inAst?: boolean;
  readonly traits: readonly TraitDefinition[];
  readonly span?: Span | undefined;
  readonly version: Version;
}

export interface MemberDefinition {
  readonly name: string;
  /** Absent if elided: a mixin or the bound resource then determines it. */
  readonly target?: ShapeId | undefined;
  readonly traits: readonly TraitDefinition[];
  readonly span?: Span | undefined;
}

export type DefinedType = Exclude<ShapeType, "member">;

/** A reference and its place in the text. */
export interface Reference {
  readonly id: ShapeId;
  readonly span?: Span | undefined;
}

export interface ShapeDefinition {
  readonly type: DefinedType;
  /** The type as written: a `list` may be written as `set`. */
  readonly writtenType: string;
  readonly id: ShapeId;
  readonly version: Version;
  readonly span?: Span | undefined;
  readonly traits: readonly TraitDefinition[];
  readonly mixins: readonly Reference[];
  readonly members: readonly MemberDefinition[];
  readonly resource?: Reference | undefined;
  readonly properties: ShapeProperties;
}

/**
 * The properties of a service, resource or operation. Each type has some of them; ids are absolute.
 */
export interface ShapeProperties {
  readonly version?: string;
  readonly operations?: readonly ShapeId[];
  readonly collectionOperations?: readonly ShapeId[];
  readonly resources?: readonly ShapeId[];
  readonly errors?: readonly ShapeId[];
  readonly rename?: ReadonlyMap<ShapeId, string>;
  readonly identifiers?: ReadonlyMap<string, ShapeId>;
  readonly properties?: ReadonlyMap<string, ShapeId>;
  readonly lifecycle?: ReadonlyMap<Lifecycle, ShapeId>;
  readonly input?: ShapeId;
  readonly output?: ShapeId;
}

export const lifecycles = ["create", "put", "read", "update", "delete", "list"] as const;
export type Lifecycle = (typeof lifecycles)[number];

export interface MetadataDefinition {
  readonly key: string;
  readonly value: NodeValue;
  /** The digits of a number that a double cannot hold. */
  readonly digits?: string | undefined;
  readonly span?: Span | undefined;
}
