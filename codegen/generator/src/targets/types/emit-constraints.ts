import { constrainedMembers, constraintsNode } from "@tinsmith/service";
import type { ServicePlan, ShapePlan } from "@tinsmith/service";
import { code, declare } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";

/**
 * Emits the effective constraints of all members as data: a constant for each container, so that a
 * bundle contains only the constraints that it uses, and one constant for all of them.
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
