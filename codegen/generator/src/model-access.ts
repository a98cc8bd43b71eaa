import { memberName, containerId, membersOf, printJson, serializeAst } from "@tinsmith/smithy";
import type { Model, ShapeId, Traits } from "@tinsmith/smithy";
import type { GeneratorContext } from "./generator.js";

/** Creates the functions with which a generator reads the model directly. */
export function modelAccess(
  model: Model,
): Pick<GeneratorContext<unknown>, "traitsOf" | "modelJson"> {
  return {
    traitsOf: (id) => traitsOf(model, id) ?? new Map(),
    modelJson: (indent) => printJson(serializeAst(model), indent),
  };
}

function traitsOf(model: Model, id: ShapeId): Traits | undefined {
  const shape = model.getShape(containerId(id));
  if (shape === undefined || !id.includes("$")) return shape?.traits;
  const name = memberName(id);
  return [...membersOf(shape)].find((member) => member.name === name)?.traits;
}
