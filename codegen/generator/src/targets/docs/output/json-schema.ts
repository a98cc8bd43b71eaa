import type { ServicePlan, ShapePlan } from "@tinsmith/service";
import { annotations, definitionOf, jsonSchemaOf } from "../../types/json-schema-definitions.js";
import type { Keywords } from "../../types/json-schema-keywords.js";

export const schemaFile = "schema.json";

/** Returns the JSON Schema (2020-12) of all shapes of a service, as definitions of one document. */
export function writeJsonSchema(plan: ServicePlan): string {
  const definitions = plan.shapes.map((shape) => [shape.name, definition(plan, shape)] as const);
  const document = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: plan.title,
    $defs: { ...Object.fromEntries(definitions), Unit: { type: "object", properties: {} } },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function definition(plan: ServicePlan, shape: ShapePlan): Keywords {
  return shape.kind === "structure" || shape.kind === "union"
    ? definitionOf(plan, shape)
    : { ...jsonSchemaOf(plan, shape), ...annotations(shape) };
}
