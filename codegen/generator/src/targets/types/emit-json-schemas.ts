import { unitId } from "@tinsmith/service";
import type { ServicePlan, ShapePlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../code/code.js";
import type { Code, Hole } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import { validationEntry } from "./emit-validators.js";
import {
  annotations,
  definitionOf,
  definitionsBelow,
  jsonSchemaOf,
} from "./json-schema-definitions.js";
import type { DefinitionId } from "./json-schema-definitions.js";
import { validatorNames } from "./validator-names.js";

/**
 * Emits a JSON Schema document (2020-12) for every shape. Each document contains the definitions
 * that it needs. The definitions are constants that the documents share.
 */
export function emitJsonSchemas(plan: ServicePlan): Code {
  const names = validatorNames(plan);
  const nameOf = (shape: ShapePlan) => names.get(shape.id) ?? shape.name;
  if (plan.shapes.length === 0) return code`export {};`;
  const definitions = plan.shapes.flatMap((shape) =>
    shape.kind === "structure" || shape.kind === "union"
      ? [declaration(definitionName(nameOf(shape)), literal(definitionOf(plan, shape)))]
      : [],
  );
  const usesUnit = plan.shapes.some((shape) => definitionsBelow(plan, shape).includes(unitId));
  const property = (id: DefinitionId): Code => {
    const shape = plan.shapesById.get(id);
    return shape === undefined
      ? code`Unit: ${unitDefinition}`
      : code`${propertyKey(shape.name)}: ${definitionName(nameOf(shape))}`;
  };
  return code`
    const ${declare("dialect")} = "https://json-schema.org/draft/2020-12/schema";
    ${definitions}
    ${usesUnit && declaration(unitDefinition, literal({ type: "object", properties: {} }))}

    ${plan.shapes.map((shape) => {
      const below = definitionsBelow(plan, shape);
      const isDefinition = shape.kind === "structure" || shape.kind === "union";
      const keywords = { ...jsonSchemaOf(plan, shape), ...(!isDefinition && annotations(shape)) };
      const parts: readonly Hole[] = [
        code`$schema: dialect`,
        ...Object.entries(keywords).map(
          ([keyword, value]) => code`${propertyKey(keyword)}: ${literal(value)}`,
        ),
        below.length > 0 && code`$defs: { ${join(below.map(property), ", ")} }`,
      ];
      return code`

        ${doc(undefined, { notes: [`Describes values of \`${shape.name}\` as JSON.`] })}
        export const ${declare(nameOf(shape))}: ${jsonSchemaType} = { ${join(parts, ", ")} };
      `;
    })}
  `;
}

const jsonSchemaType = symbol("JsonSchema", validationEntry, {
  typeOnly: true,
  alias: "JsonSchemaDocument",
});

const unitDefinition = "Unit$Definition";

/** Returns a name with a dollar sign, which no shape name contains. */
function definitionName(name: string): string {
  return `${name}$Definition`;
}

function declaration(name: string, value: Hole): Code {
  return code`
    const ${declare(name)}: ${jsonSchemaType} = ${value};
  `;
}
