import type { NodeValue, ShapeId } from "@tinsmith/smithy";

/**
 * Traits in the form of schemas: a bit vector if bits suffice (0 for none), otherwise an object by
 * the short names of the runtime schemas.
 */
export type SchemaTraits = number | Readonly<Record<string, NodeValue>>;

/** A reference of a schema to a type or another schema. */
export type SchemaRef =
  | {
      /** A number that stands for a type: string 0, number 1, ... */
      readonly kind: "sentinel";
      readonly value: number;
      /** A list (64) or map (128) of that type, without a schema. */
      readonly container: "list" | "map" | undefined;
    }
  | { readonly kind: "unit" }
  | {
      readonly kind: "schema";
      readonly shape: ShapeId;
      readonly schemaName: string;
      /**
       * True if the constant is declared later, or is the referring constant itself. The reference
       * must then be a thunk.
       */
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
 * One schema constant, in the tuple form of the types `StaticSchema` of `@smithy/types`. Required
 * members come first; otherwise members keep the order of the model.
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
