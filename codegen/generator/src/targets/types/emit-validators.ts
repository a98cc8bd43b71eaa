import type { ShapeId } from "@tinsmith/smithy";
import { constrainedMembers, constraintsNode, isConstrained, membersOf } from "@tinsmith/service";
import type { ServicePlan, ShapePlan, ValueType } from "@tinsmith/service";
import { code, declare, join, raw, symbol } from "../../code/code.js";
import type { Code, Hole } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { constraintsName } from "./emit-constraints.js";
import { validatorNames } from "./validator-names.js";
import { valueTypeCode } from "./value-type-code.js";

/** The package that interprets constraints. */
export const validationPackage = "@tinsmith/validation";

/** The entry for generated code, which stays stable while the rest of the package changes. */
export const validationEntry = `${validationPackage}/generated/v1`;

/**
 * Emits a validator for every shape: its schema, its constraints, and the constrained shapes below
 * it. Validators are separate constants, so that a bundle contains only the validators that it
 * uses.
 */
export function emitValidators(plan: ServicePlan): Code {
  const names = validatorNames(plan);
  const constrained = constrainedShapes(plan);
  if (plan.shapes.length === 0) return code`export {};`;
  return code`${plan.shapes.map((shape) => {
    const name = names.get(shape.id) ?? shape.name;
    const rest = parts(shape, names, constrained);
    return code`

      ${doc(undefined, { notes: [`Validates values of the ${kindName(shape)} \`${shape.name}\`.`] })}
      export const ${declare(name)}: ${validatorType}<${typeOf(shape)}> = ${raw("/* @__PURE__ */")} ${validator}(
        ${schemaOf(shape)}
        ${rest.length > 0 && code`, { ${join(rest, ", ")} }`}
      );
    `;
  })}`;
}

const validator = symbol("validator", validationEntry, { alias: "makeValidator" });
const validatorType = symbol("Validator", validationEntry, {
  typeOnly: true,
  alias: "ShapeValidator",
});

function parts(
  shape: ShapePlan,
  names: ReadonlyMap<ShapeId, string>,
  constrained: ReadonlySet<ShapeId>,
): readonly Code[] {
  const used = new Set(
    membersOf(shape)
      .map(({ target }) => target)
      .filter((target) => constrained.has(target)),
  );
  const uses = [...used].flatMap((id) => names.get(id) ?? []);
  return [
    ...(constrainedMembers(shape).length > 0
      ? [code`members: ${symbol(constraintsName(shape), "./constraints.js")}`]
      : []),
    ...(isConstrained(shape.constraints)
      ? [code`own: ${literal(constraintsNode(shape.constraints))}`]
      : []),
    ...(uses.length > 0 ? [code`uses: () => [${join(uses, ", ")}]`] : []),
  ];
}

/** Returns the containers that have constrained members, directly or in shapes below them. */
function constrainedShapes(plan: ServicePlan): ReadonlySet<ShapeId> {
  const users = new Map<ShapeId, ShapeId[]>();
  for (const shape of plan.shapes) {
    for (const { target } of membersOf(shape)) {
      const known = users.get(target);
      if (known) known.push(shape.id);
      else users.set(target, [shape.id]);
    }
  }
  const found = new Set<ShapeId>();
  const pending = plan.shapes
    .filter((shape) => constrainedMembers(shape).length > 0)
    .map(({ id }) => id);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    pending.push(...(users.get(id) ?? []));
  }
  return found;
}

function schemaOf(shape: ShapePlan): Hole {
  // Enums and simple types need no schema: the number of their type is sufficient.
  if (shape.kind === "simple") return literal(simpleSentinel(shape.type));
  if (shape.kind === "enum" || shape.kind === "intEnum") {
    return literal(shape.kind === "enum" ? 0 : 1);
  }
  if (shape.schemaName !== undefined) return symbol(shape.schemaName, "./schemas.js");
  const entry =
    shape.kind === "list" ? shape.member : shape.kind === "map" ? shape.value : undefined;
  const container = shape.kind === "list" ? 64 : 128;
  return literal(container + (entry === undefined ? 15 : simpleSentinel(entry.type)));
}

/** Returns the number that stands for a simple type in schemas. */
function simpleSentinel(type: ValueType): number {
  switch (type.kind) {
    case "string":
      return 0;
    case "number":
      return 1;
    case "boolean":
      return 2;
    case "timestamp":
      return 4;
    case "bigInteger":
      return 17;
    case "bigDecimal":
      return 19;
    case "blob":
    case "payloadBlob":
      return 21;
    case "streamingBlob":
      return 42;
    case "named":
      return type.of === "intEnum" ? 1 : 0;
    default:
      return 15;
  }
}

function kindName(shape: ShapePlan): string {
  if (shape.kind === "simple") return "simple shape";
  return shape.kind === "structure" && shape.error !== undefined ? "error" : shape.kind;
}

/** Returns the TypeScript type of a shape's values, imported from the file that declares it. */
function typeOf(shape: ShapePlan): Hole {
  return valueTypeCode(valueType(shape));
}

function valueType(shape: ShapePlan): ValueType {
  switch (shape.kind) {
    case "simple":
      return shape.type;
    case "list":
      return { kind: "list", shape: shape.id, member: shape.member.type, sparse: shape.sparse };
    case "map":
      return {
        kind: "map",
        shape: shape.id,
        key: shape.key.type,
        value: shape.value.type,
        sparse: shape.sparse,
      };
    case "union":
      if (shape.streaming)
        return { kind: "eventStream", shape: shape.id, typeName: shape.typeName };
      break;
    case "structure":
      if (shape.error !== undefined) return named(shape, "error");
      break;
    default:
  }
  return named(shape, shape.kind);
}

function named(shape: ShapePlan, of: Extract<ValueType, { kind: "named" }>["of"]): ValueType {
  return { kind: "named", shape: shape.id, of, typeName: shape.typeName };
}
