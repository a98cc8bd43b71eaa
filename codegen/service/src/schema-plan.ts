import type { NodeValue, ShapeId } from "@tinsmith/smithy";

/**
 * Traits as schemas carry them: a vector of bits where bits suffice (0 for none), otherwise an
 * object by the short names of the runtime schemas.
 */
export type SchemaTraits = number | Readonly<Record<string, NodeValue>>;

/** What a schema refers to. */
export type SchemaRef =
  | {
      /** A number that stands for a type: string 0, number 1, ... */
      readonly kind: "sentinel";
      readonly value: number;
      /** A list (64) or map (128) of that type, which needs no schema of its own. */
      readonly container: "list" | "map" | undefined;
    }
  | { readonly kind: "unit" }
  | {
      readonly kind: "schema";
      readonly shape: ShapeId;
      readonly schemaName: string;
      /** The constant is declared later, or is the same one: the reference must be a thunk. */
      readonly lazy: boolean;
    };

export interface SchemaMember {
  readonly name: string;
  readonly ref: SchemaRef;
  readonly traits: SchemaTraits;
}

interface SchemaPlanBase<Kind extends string> {
  readonly kind: Kind;
  readonly shape: ShapeId;
  readonly schemaName: string;
  readonly namespace: string;
  readonly name: string;
  readonly traits: SchemaTraits;
}

/**
 * One schema constant, in the tuple form of the types `StaticSchema` of `@smithy/types`. Members
 * stand with the required ones first; otherwise in the order of the model.
 */
export type SchemaPlan =
  | (SchemaPlanBase<"simple"> & { readonly value: number })
  | (SchemaPlanBase<"list"> & { readonly member: SchemaMember })
  | (SchemaPlanBase<"map"> & { readonly key: SchemaMember; readonly value: SchemaMember })
  | (SchemaPlanBase<"structure"> & StructureMembers)
  | (SchemaPlanBase<"error"> & StructureMembers)
  | (SchemaPlanBase<"union"> & { readonly members: readonly SchemaMember[] })
  | (SchemaPlanBase<"operation"> & { readonly input: SchemaRef; readonly output: SchemaRef });

interface StructureMembers {
  readonly members: readonly SchemaMember[];
  readonly requiredCount: number;
}
