import type { NodeValue, ShapeId } from "@tinsmith/smithy";

/** An authentication scheme (`@authDefinition`) of the service, in the service's order of preference. */
export interface AuthSchemePlan {
  readonly id: ShapeId;
  readonly settings: NodeValue;
}
