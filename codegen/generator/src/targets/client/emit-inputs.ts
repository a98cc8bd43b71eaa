import { membersOf } from "@tinsmith/service";
import type {
  MemberPlan,
  ServicePlan,
  ShapePlan,
  StructurePlan,
  UnionPlan,
  ValueType,
} from "@tinsmith/service";
import type { ShapeId } from "@tinsmith/smithy";
import { code, declare, join, symbol } from "../../code/code.js";
import type { Code, CodeSymbol, Hole } from "../../code/code.js";
import { propertyKey } from "../../code/literal.js";
import { shapeDoc } from "../types/member-doc.js";
import type { ClientPackages } from "./client-packages.js";
import { runtimeType } from "./runtime-symbols.js";

/** The module with the types of inputs that differ from those of the package of types. */
export const inputsModule = "./inputs.js";

/**
 * A structure or union in inputs. Its type in the client accepts more than its type in the package
 * of types.
 */
export type InputShape = StructurePlan | UnionPlan;

/**
 * Returns the shapes of inputs whose required members accept `undefined`, as in the AWS SDK, and
 * the shapes that contain such a shape. Clients of services outside AWS have no such shapes.
 */
export function inputShapes(plan: ServicePlan): readonly InputShape[] {
  if (!plan.isAws) return [];
  const ofInputs = plan.shapes.filter(isInputShape);
  const wide = new Set<ShapeId>();
  const isWide = (shape: InputShape): boolean =>
    (shape.kind === "structure" && shape.members.some(({ required }) => required)) ||
    shape.members.some(({ target }) => reaches(plan, target, wide));
  for (let found = -1; found < wide.size;) {
    found = wide.size;
    for (const shape of ofInputs) if (isWide(shape)) wide.add(shape.id);
  }
  return ofInputs.filter(({ id }) => wide.has(id));
}

function isInputShape(shape: ShapePlan): shape is InputShape {
  return (
    (shape.kind === "union" || (shape.kind === "structure" && shape.error === undefined)) &&
    shape.roles.input
  );
}

/** Reports whether a shape is one of `wide`, or is a list or map that leads to one of them. */
function reaches(plan: ServicePlan, id: ShapeId, wide: ReadonlySet<ShapeId>): boolean {
  if (wide.has(id)) return true;
  const shape = plan.shapesById.get(id);
  return (
    (shape?.kind === "list" || shape?.kind === "map") &&
    membersOf(shape).some(({ target }) => reaches(plan, target, wide))
  );
}

/** Returns a function that returns the type of a structure in inputs. */
export function inputTypes(
  plan: ServicePlan,
  packages: ClientPackages,
): (typeName: string) => CodeSymbol {
  const wide = new Set(inputShapes(plan).map(({ typeName }) => typeName));
  return (name) => symbol(name, wide.has(name) ? inputsModule : packages.types, { typeOnly: true });
}

/** Emits the types of inputs whose required members accept `undefined`. */
export function emitInputs(
  plan: ServicePlan,
  shapes: readonly InputShape[],
  packages: ClientPackages,
): Code {
  const wide = new Set(shapes.map(({ id }) => id));
  const change = (members: readonly MemberPlan[]): Hole | undefined => {
    const changed = members.filter(({ target }) => reaches(plan, target, wide));
    return changed.length === 0
      ? undefined
      : code`{ ${join(
          changed.map(({ name, type }) => code`${propertyKey(name)}: ${typeCode(type, packages)}`),
          "; ",
        )} }`;
  };
  return code`${shapes.map((shape) =>
    shape.kind === "structure"
      ? emitStructure(shape, change(shape.members), packages)
      : emitUnion(shape, (member) => change([member]), packages),
  )}`;
}

function emitStructure(
  structure: StructurePlan,
  changes: Hole | undefined,
  packages: ClientPackages,
): Code {
  const data = dataType(structure, packages);
  return code`

    ${shapeDoc(structure)}
    export interface ${declare(structure.typeName)} extends ${runtimeType("OrUndefined")}<${join([data, changes], ", ")}> {}
  `;
}

function emitUnion(
  union: UnionPlan,
  changesOf: (member: MemberPlan) => Hole | undefined,
  packages: ClientPackages,
): Code {
  const name = union.typeName;
  const data = dataType(union, packages);
  const variants = union.variants.map(({ typeName }) => code`${name}.${typeName}`);
  return code`

    ${shapeDoc(union)}
    export type ${declare(name)} = ${join([...variants, code`${name}.$UnknownMember`], " | ")};

    export declare namespace ${name} {
      ${union.variants.map(({ typeName, member }) => {
        const changes = changesOf(member);
        const variant = code`${data}.${typeName}`;
        return changes === undefined
          ? code`type ${typeName} = ${variant};`
          : code`interface ${typeName} extends ${runtimeType("Changed")}<${variant}, ${changes}> {}`;
      })}
      type $UnknownMember = ${data}.$UnknownMember;
    }
  `;
}

function dataType({ typeName }: InputShape, packages: ClientPackages): CodeSymbol {
  return symbol(typeName, packages.types, { typeOnly: true, alias: `${typeName}Data` });
}

/** Returns the type of a member whose value is, or contains, one of the types of this module. */
function typeCode(type: ValueType, packages: ClientPackages): Hole {
  switch (type.kind) {
    case "list": {
      const member = typeCode(type.member, packages);
      return type.sparse ? code`(${member} | null)[]` : code`${member}[]`;
    }
    case "map": {
      const member = typeCode(type.value, packages);
      const value = type.sparse ? code`${member} | null` : member;
      return type.key.kind === "named"
        ? code`Partial<Record<${symbol(type.key.typeName, packages.types, { typeOnly: true })}, ${value}>>`
        : code`Record<string, ${value}>`;
    }
    case "eventStream":
      return code`AsyncIterable<${type.typeName}>`;
    case "named":
      return type.typeName;
    default:
      throw new TypeError(`A value of the kind ${type.kind} has no members.`);
  }
}
