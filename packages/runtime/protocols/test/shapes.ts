import type {
  $SchemaRef,
  StaticErrorSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from "@smithy/types";
import type { OperationDescription, ServiceSchema } from "../src/index.js";

/** The namespace of small shapes for tables of test cases. */
export const ns = "example.table";

export const service: ServiceSchema = { namespace: ns, name: "Table", version: "2026-11-01" };

export const structure = (
  members: Readonly<Record<string, $SchemaRef>>,
  name = "Thing",
  traits: StaticStructureSchema[3] = 0,
): StaticStructureSchema => [3, ns, name, traits, Object.keys(members), Object.values(members)];

/** Creates an operation with the same structure as its input and output. */
export function operation(
  data: StaticStructureSchema,
  http: [method: string, uri: string] = ["POST", "/"],
  errors: readonly StaticErrorSchema[] = [],
): OperationDescription {
  const schema: StaticOperationSchema = [9, ns, "Do", { http: [...http, 200] }, data, data];
  return { schema, errors };
}
