import { compareText } from "../../diagnostics/compare.js";
import type { Model, OperationShape, ServiceShape, ShapeId } from "../../model/model.js";
import { authDefinitionTrait, authTrait, hasTrait, trait } from "../../traits/index.js";

/** The authentication schemes of a service, or of an operation in it, in their order of preference. */
export function effectiveAuth(
  model: Model,
  service: ServiceShape,
  operation?: OperationShape,
): readonly ShapeId[] {
  const listed = trait(operation, authTrait) ?? trait(service, authTrait);
  if (listed !== undefined) return listed.filter((id) => service.traits.has(id));
  return [...service.traits.keys()]
    .filter((id) => hasTrait(model.getShape(id), authDefinitionTrait))
    .sort(compareText);
}
