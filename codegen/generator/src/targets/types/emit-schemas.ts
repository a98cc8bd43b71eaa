import type { SchemaMember, SchemaPlan, SchemaRef, ServicePlan } from "@tinsmith/service";
import { code, declare, join } from "../../code/code.js";
import type { Code, Hole } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import { runtimeType } from "./value-type-code.js";

/** Emits schemas in the tuple form of `StaticSchema`, ordered so that only cycles need a thunk. */
export function emitSchemas(plan: ServicePlan): Code {
  const namespaces = [...new Set(plan.schemas.map((schema) => schema.namespace))].sort();
  return code`
    ${namespaces.map(
      (namespace, index) => code`const ${declare(`n${index}`)} = ${literal(namespace)};`,
    )}

    ${plan.schemas.map((schema) =>
      emitSchema(schema, code`n${namespaces.indexOf(schema.namespace)}`),
    )}
  `;
}

function emitSchema(schema: SchemaPlan, namespace: Code): Code {
  const [tag, type] = tags[schema.kind];
  const name = declare(schema.schemaName);
  const keyword = internalKinds.has(schema.kind) ? undefined : "export";
  const items = [tag, namespace, literal(schema.name), literal(schema.traits), ...parts(schema)];
  return code`
    ${keyword} const ${name}: ${runtimeType(type)} = [${join(items, ", ")}];
  `;
}

const tags = {
  simple: [0, "StaticSimpleSchema"],
  list: [1, "StaticListSchema"],
  map: [2, "StaticMapSchema"],
  structure: [3, "StaticStructureSchema"],
  union: [4, "StaticUnionSchema"],
  error: [-3, "StaticErrorSchema"],
  operation: [9, "StaticOperationSchema"],
} as const;

/** The kinds of schemas that only other schemas refer to. */
const internalKinds: ReadonlySet<SchemaPlan["kind"]> = new Set(["simple"]);

function parts(schema: SchemaPlan): readonly Hole[] {
  switch (schema.kind) {
    case "simple":
      return [schema.value];
    case "list":
      return [member(schema.member)];
    case "map":
      return [member(schema.key), member(schema.value)];
    case "union":
      return members(schema.members);
    case "structure":
    case "error":
      return [
        ...members(schema.members),
        ...(schema.requiredCount > 0 ? [schema.requiredCount] : []),
      ];
    case "operation":
      return [reference(schema.input), reference(schema.output)];
  }
}

function members(list: readonly SchemaMember[]): readonly Hole[] {
  return [literal(list.map(({ name }) => name)), code`[${join(list.map(member), ", ")}]`];
}

function member({ ref, traits }: SchemaMember): Hole {
  return traits === 0 ? reference(ref) : code`[${reference(ref)}, ${literal(traits)}]`;
}

function reference(ref: SchemaRef): Hole {
  switch (ref.kind) {
    case "unit":
      return literal("unit");
    case "schema":
      return ref.lazy ? code`() => ${ref.schemaName}` : ref.schemaName;
    case "sentinel":
      if (ref.container === undefined) return ref.value;
      return code`${ref.container === "list" ? 64 : 128} | ${ref.value}`;
  }
}
