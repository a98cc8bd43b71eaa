import type { NodeValue } from "@tinsmith/smithy";
import { membersOf } from "@tinsmith/service";
import type { Constraints, MemberPlan, ServicePlan, ShapePlan } from "@tinsmith/service";
import { code, declare } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";

/**
 * Emits the effective constraints of all members as data: a constant for each container, so that a
 * bundle holds only those it uses, and one constant for all of them.
 */
export function emitConstraints(plan: ServicePlan): Code {
  const containers = new Map(
    plan.shapes
      .filter((shape) => constrainedMembers(shape).length > 0)
      .map((shape) => [shape.name, shape]),
  );
  return code`
    ${[...containers.values()].map(
      (shape) => code`
        export const ${declare(constraintsName(shape))} = {
          ${constrainedMembers(shape).map(
            (member) =>
              code`${propertyKey(member.name)}: ${literal(constraintsNode(member.constraints))},`,
          )}
        } as const;
      `,
    )}

    ${doc(undefined, {
      notes: [
        "The constraints of members, by container and member. Lists have the entry `member`, maps have `key` and `value`.",
      ],
    })}
    export const ${declare("constraints")} = {
      ${[...containers.values()].map(
        (shape) => code`${propertyKey(shape.name)}: ${constraintsName(shape)},`,
      )}
    } as const;
  `;
}

/** Returns the name of the constant with the constraints of a container's members. */
export function constraintsName(shape: ShapePlan): string {
  return `${shape.name}Constraints`;
}

/** Returns the members of a container that have constraints. */
export function constrainedMembers(shape: ShapePlan): readonly MemberPlan[] {
  return membersOf(shape).filter((member) => isConstrained(member.constraints));
}

/** Returns true if a value can violate the constraints. */
export function isConstrained(constraints: Constraints): boolean {
  return Object.keys(constraints).some((key) => key !== "modelPattern");
}

/** Returns the constraints as a node, in the order of the plan. */
export function constraintsNode(constraints: Constraints): NodeValue {
  const { length, range, modelPattern: _, ...others } = constraints;
  const node: Record<string, NodeValue> = {
    ...others,
    ...(length !== undefined && { length: { ...length } }),
    ...(range !== undefined && { range: { ...range } }),
  };
  // Spreading changed the order, so restore that of the plan.
  return Object.fromEntries(
    Object.keys(constraints).flatMap((key) => {
      const value = node[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
