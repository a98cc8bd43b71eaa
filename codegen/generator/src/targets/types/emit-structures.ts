import type { MemberPlan, ServicePlan, StructurePlan, UnionPlan } from "@tinsmith/service";
import { code, declare, join } from "../../code/code.js";
import type { Code, Hole } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { inheritedNames } from "../../code/inherited-names.js";
import { propertyKey } from "../../code/literal.js";
import { memberDoc, shapeDoc } from "./member-doc.js";
import { valueTypeCode } from "./value-type-code.js";

/** Emits interfaces of structures and types of unions. Errors are in a separate file. */
export function emitStructures(plan: ServicePlan): Code {
  const shapes = plan.shapes.filter(
    (shape) => (shape.kind === "structure" && shape.error === undefined) || shape.kind === "union",
  );
  return code`${shapes.map((shape) => {
    if (shape.kind === "union") return emitUnion(shape);
    return shape.kind === "structure" && emitStructure(shape);
  })}`;
}

function emitStructure(structure: StructurePlan): Code {
  return code`

    ${shapeDoc(structure)}
    export interface ${declare(structure.typeName)} {
      ${structure.members.map(emitMember)}
    }
  `;
}

/** Emits a member as a property of an interface. */
export function emitMember(member: MemberPlan): Code {
  return code`
    ${memberDoc(member)}
    ${propertyKey(member.property)}${member.required ? code`` : code`?`}: ${memberTypeCode(member)};
  `;
}

/**
 * Returns the type of a member. Optional members also accept `undefined` under
 * `exactOptionalPropertyTypes`, as in the AWS SDK: an absent member and one that is `undefined`
 * mean the same.
 */
function memberTypeCode({ type, constraints, required }: MemberPlan): Hole {
  const value = valueTypeCode(type);
  const nullable = constraints.nullable === true ? code`${value} | null` : value;
  return required ? nullable : code`${nullable} | undefined`;
}

/**
 * Emits a union as one of several interfaces. In each of them one member is set and the others are
 * forbidden, so that a test of any member narrows the type. A member that is not in this version of
 * the model is `$unknown`.
 */
function emitUnion(union: UnionPlan): Code {
  const name = union.typeName;
  const variants = union.variants.map(({ typeName }) => code`${name}.${typeName}`);
  return code`

    ${shapeDoc(union)}
    export type ${declare(name)} = ${join([...variants, code`${name}.$UnknownMember`], " | ")};

    export declare namespace ${name} {
      ${union.variants.map((variant) => emitVariant(union, variant))}

      ${doc(undefined, {
        notes: ["A member that the service added later: its name and its value as received."],
      })}
      interface $UnknownMember {
        ${union.members.map(emitForbidden)}
        $unknown: [name: string, value: unknown];
      }
    }
  `;
}

function emitVariant(union: UnionPlan, { typeName, member }: UnionPlan["variants"][number]): Code {
  return code`

    ${memberDoc(member)}
    interface ${typeName} {
      ${union.members.map((other) =>
        other === member
          ? code`${propertyKey(other.name)}: ${valueTypeCode(other.type)};`
          : emitForbidden(other),
      )}
      $unknown?: never;
    }
  `;
}

/** Emits a forbidden member, except for properties that every object inherits. */
function emitForbidden({ name }: MemberPlan): Code | undefined {
  return inheritedNames.has(name) ? undefined : code`${propertyKey(name)}?: never;`;
}
