import type { ShapeId } from "@tinsmith/smithy";
import { NameScope, safeTypeName } from "@tinsmith/service";
import type { ServicePlan } from "@tinsmith/service";

/**
 * What the validators and JSON Schemas of shapes are called: shapes with a type are called like it,
 * and the others by their own names where these are free.
 */
export function validatorNames(plan: ServicePlan): ReadonlyMap<ShapeId, string> {
  const scope = new NameScope();
  const hasType = new Set(["structure", "union", "enum", "intEnum"]);
  const typed = plan.shapes.filter(({ kind }) => hasType.has(kind));
  const others = plan.shapes.filter(({ kind }) => !hasType.has(kind));
  return new Map([
    ...typed.map(({ id, typeName }) => [id, scope.take(typeName)] as const),
    ...others.map(({ id, name }) => [id, scope.take(safeTypeName(name), `${name}Shape`)] as const),
  ]);
}
