import type { ShapeId } from "@tinsmith/smithy";

export type NumberType = "byte" | "short" | "integer" | "long" | "float" | "double";

/** The kind of a named type; errors are structures that are kept separate from the others. */
export type NamedKind = "structure" | "error" | "union" | "enum" | "intEnum";

/** The side of an operation on which a streamed or payload blob occurs. */
export type PayloadSide = "input" | "output" | "both";

/**
 * The type of a value in generated code. Lists and maps are inlined; structures, unions and enums
 * are named.
 */
export type ValueType =
  | { readonly kind: "boolean" }
  | { readonly kind: "string" }
  | { readonly kind: "number"; readonly number: NumberType }
  | { readonly kind: "bigInteger" }
  | { readonly kind: "bigDecimal" }
  | { readonly kind: "timestamp" }
  | { readonly kind: "blob" }
  | { readonly kind: "payloadBlob"; readonly side: PayloadSide }
  | { readonly kind: "streamingBlob"; readonly side: PayloadSide }
  | { readonly kind: "document" }
  | { readonly kind: "unit" }
  | {
      readonly kind: "named";
      readonly shape: ShapeId;
      readonly of: NamedKind;
      readonly typeName: string;
    }
  | { readonly kind: "eventStream"; readonly shape: ShapeId; readonly typeName: string }
  | {
      readonly kind: "list";
      readonly shape: ShapeId;
      readonly member: ValueType;
      readonly sparse: boolean;
    }
  | {
      readonly kind: "map";
      readonly shape: ShapeId;
      readonly key: ValueType;
      readonly value: ValueType;
      readonly sparse: boolean;
    };
