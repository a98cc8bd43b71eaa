import * as v from "valibot";
import type { ServicePlan, ShapePlan, ValueType } from "@tinsmith/service";
import { defineGenerator } from "../../generator.js";
import type { GeneratedFile, PackageDependency } from "../../generator.js";
import { described } from "../../option-text.js";
import { emitConstraints } from "./emit-constraints.js";
import { emitEnums } from "./emit-enums.js";
import { emitErrors } from "./emit-errors.js";
import { emitIndex } from "./emit-index.js";
import { emitOperations } from "./emit-operations.js";
import { emitJsonSchemas } from "./emit-json-schemas.js";
import { emitSchemas } from "./emit-schemas.js";
import { emitStructures } from "./emit-structures.js";
import { emitValidators, validationPackage } from "./emit-validators.js";
import { typesReadme } from "./readme.js";

/**
 * Generates the types of a service's data: interfaces, enums, errors, and the errors of each
 * operation; the schemas (`/schemas`) and constraints (`/constraints`) that runtimes use as data;
 * and a validator for every shape (`/validators`). With the option `jsonSchema`, also a JSON Schema
 * for every shape (`/json-schema`).
 */
export const typesTarget = defineGenerator({
  name: "types",
  options: v.strictObject({
    jsonSchema: v.optional(
      described(
        v.boolean(),
        "Adds the entry `/json-schema` with a JSON Schema of every shape, about a quarter of the generated code.",
      ),
      false,
    ),
  }),
  generate: (plan, { packageName, options: { jsonSchema } }) => ({
    files: [
      ...typesFiles(plan),
      ...(jsonSchema ? [{ path: "json-schema.ts", code: emitJsonSchemas(plan) }] : []),
    ],
    package: {
      description: `Types, schemas, validators and constraints of ${plan.title}.`,
      entries: {
        ".": "index.js",
        "./schemas": "schemas.js",
        "./constraints": "constraints.js",
        "./validators": "validators.js",
        ...(jsonSchema && { "./json-schema": "json-schema.js" }),
      },
      dependencies: dependencies(plan),
      platform: "neutral",
      readme: typesReadme(plan, packageName, jsonSchema),
    },
  }),
});

/**
 * Returns the files of the package. Entries always exist; other files only if they declare
 * something.
 */
function typesFiles(plan: ServicePlan): readonly GeneratedFile[] {
  const hasEnums = plan.shapes.some((shape) => shape.kind === "enum" || shape.kind === "intEnum");
  return [
    ...(hasEnums ? [{ path: "enums.ts", code: emitEnums(plan) }] : []),
    { path: "structures.ts", code: emitStructures(plan) },
    ...(plan.errors.length > 0 ? [{ path: "errors.ts", code: emitErrors(plan) }] : []),
    { path: "operations.ts", code: emitOperations(plan) },
    { path: "schemas.ts", code: emitSchemas(plan) },
    { path: "constraints.ts", code: emitConstraints(plan) },
    { path: "validators.ts", code: emitValidators(plan) },
    { path: "index.ts", code: emitIndex(plan) },
  ];
}

/** Returns the dependencies of the package. Big decimals require an additional one. */
function dependencies(plan: ServicePlan): readonly PackageDependency[] {
  const needsDecimals = plan.shapes.some(holdsDecimals);
  return [
    ...(needsDecimals ? [{ name: "@smithy/core" }] : []),
    { name: "@smithy/types" },
    { name: validationPackage },
  ];
}

function holdsDecimals(shape: ShapePlan): boolean {
  switch (shape.kind) {
    case "structure":
    case "union":
      return shape.members.some((member) => isDecimal(member.type));
    case "list":
      return isDecimal(shape.member.type);
    case "map":
      return isDecimal(shape.value.type);
    default:
      return false;
  }
}

function isDecimal(type: ValueType): boolean {
  return type.kind === "bigDecimal";
}
