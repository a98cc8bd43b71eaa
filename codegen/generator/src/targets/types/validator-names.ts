import type { ShapeId } from "@tinsmith/smithy";
import { NameScope, safeTypeName } from "@tinsmith/service";
import type { ServicePlan } from "@tinsmith/service";

/**
 * Returns the names of validators and JSON Schemas by shape: shapes with a type have the name of
 * the type, others have their own name if it is free.
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
