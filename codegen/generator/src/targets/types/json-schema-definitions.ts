import type { ShapeId } from "@tinsmith/smithy";
import { membersOf, unitId } from "@tinsmith/service";
import type {
  Documented,
  MemberPlan,
  ServicePlan,
  ShapePlan,
  StructurePlan,
  UnionPlan,
  ValueType,
} from "@tinsmith/service";
import { documentationToMarkdown } from "../../print/markdown.js";
import { bounds, simpleKeywords, stringKeywords } from "./json-schema-keywords.js";
import type { Keywords } from "./json-schema-keywords.js";

/**
 * The id of the shape that a definition describes. The unit type has no plan, but has a definition.
 */
export type DefinitionId = ShapeId | typeof unitId;

/**
 * Returns the JSON Schema of a shape at the place where it is used: structures and unions are
 * references to definitions, all other shapes are inline.
 */
export function jsonSchemaOf(plan: ServicePlan, shape: ShapePlan): Keywords {
  return target(plan, shape, { kind: "document" }, shape.constraints);
}

/** Returns the definition of a structure or union, the target of references. */
export function definitionOf(plan: ServicePlan, shape: StructurePlan | UnionPlan): Keywords {
  const error = shape.kind === "structure" ? shape.error : undefined;
  const members = shape.members.filter(
    ({ property }) => error === undefined || !errorProperties.includes(property),
  );
  const required = members
    .filter(({ modelRequired }) => modelRequired)
    .map(({ property }) => property);
  return {
    type: "object",
    ...annotations(shape),
    properties: Object.fromEntries([
      ...members.map((member) => [member.property, memberSchema(plan, member)] as const),
      ...(error === undefined
        ? []
        : [
            ["name", { const: shape.name }] as const,
            ["$fault", { const: error.fault }] as const,
            ["message", { type: "string" }] as const,
          ]),
    ]),
    ...((required.length > 0 || error !== undefined) && {
      required: error === undefined ? required : [...required, ...errorProperties],
    }),
    ...(shape.kind === "union" && {
      oneOf: members.map(({ name }) => ({ properties: { [name]: true }, required: [name] })),
    }),
  };
}

/**
 * Returns the structures and unions that the document of a shape needs, in the order of the plan.
 */
export function definitionsBelow(plan: ServicePlan, shape: ShapePlan): readonly DefinitionId[] {
  const seen = new Set<ShapeId>();
  const pending = [shape.id];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const next = plan.shapesById.get(id);
    if (next !== undefined) pending.push(...membersOf(next).map((member) => member.target));
  }
  return [
    ...plan.shapes
      .filter(({ id, kind }) => seen.has(id) && (kind === "structure" || kind === "union"))
      .map(({ id }) => id),
    ...(seen.has(unitId) ? [unitId] : []),
  ];
}

const errorProperties: readonly string[] = ["name", "$fault", "message"];

function memberSchema(plan: ServicePlan, member: MemberPlan): Keywords {
  const shape = plan.shapesById.get(member.target);
  const isReference = shape?.kind === "structure" || shape?.kind === "union";
  const schema = target(plan, shape, member.type, member.constraints);
  return {
    ...(member.constraints.nullable === true ? orNull(schema) : schema),
    // The annotations of the target are at its definition.
    ...annotations(
      isReference && member.inheritsDocumentation
        ? { ...member, documentation: undefined }
        : member,
    ),
    ...(hasPlainDefault(member) && { default: member.default }),
  };
}

/**
 * Reports whether the default can be used unchanged. For timestamps and blobs, the model has
 * another form.
 */
function hasPlainDefault(
  member: MemberPlan,
): member is MemberPlan & { readonly default: string | number | boolean } {
  return (
    ["string", "number", "boolean", "named"].includes(member.type.kind) &&
    ["string", "number", "boolean"].includes(typeof member.default)
  );
}

function target(
  plan: ServicePlan,
  shape: ShapePlan | undefined,
  type: ValueType,
  constraints: MemberPlan["constraints"],
): Keywords {
  switch (shape?.kind) {
    case "structure":
      return reference(shape.name);
    case "union":
      return shape.streaming
        ? { type: "array", items: reference(shape.name) }
        : reference(shape.name);
    case "list":
      return {
        type: "array",
        items: entry(plan, shape.member, shape.sparse),
        ...bounds(constraints.length, "minItems", "maxItems"),
        ...(constraints.uniqueItems === true && { uniqueItems: true }),
      };
    case "map": {
      const key = stringKeywords(shape.key.constraints);
      return {
        type: "object",
        ...(Object.keys(key).length > 0 && { propertyNames: key }),
        additionalProperties: entry(plan, shape.value, shape.sparse),
        ...bounds(constraints.length, "minProperties", "maxProperties"),
      };
    }
    case "enum":
    case "intEnum":
      return simpleKeywords(
        { kind: "named", shape: shape.id, of: shape.kind, typeName: shape.typeName },
        constraints,
      );
    case "simple":
      return simpleKeywords(shape.type, constraints);
    default:
      return type.kind === "unit" ? reference("Unit") : simpleKeywords(type, constraints);
  }
}

function entry(plan: ServicePlan, member: MemberPlan, sparse: boolean): Keywords {
  const schema = target(plan, plan.shapesById.get(member.target), member.type, member.constraints);
  return sparse ? orNull(schema) : schema;
}

function orNull(schema: Keywords): Keywords {
  return { anyOf: [schema, { type: "null" }] };
}

function reference(name: string): Keywords {
  return { $ref: `#/$defs/${name}` };
}

/** Returns the documentation and the deprecation as keywords. */
export function annotations(documented: Documented): Keywords {
  const { documentation, deprecated } = documented;
  const text = documentation?.includes("<")
    ? documentationToMarkdown(documentation)
    : documentation;
  return {
    ...(text !== undefined && text.trim() !== "" && { description: text.trim() }),
    ...(deprecated !== undefined && { deprecated: true }),
  };
}
