import type { NodeValue } from "@tinsmith/smithy";
import { code, declare } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { Constraints } from "../../plan/constraints.js";
import type { ServicePlan } from "../../plan/service-plan.js";
import type { MemberPlan, ShapePlan } from "../../plan/shape-plan.js";

/** The effective constraints of every member that has any, as data for validators. */
export function emitConstraints(plan: ServicePlan): Code {
  const containers = plan.shapes.flatMap((shape) => {
    const members = membersOf(shape).filter((member) => Object.keys(member.constraints).length > 0);
    return members.length === 0 ? [] : { name: shape.name, members };
  });
  return code`
    ${doc(undefined, {
      notes: [
        "What the model demands of members, by container and member. The entries of a list are its `member`, those of a map its `key` and `value`.",
      ],
    })}
    export const ${declare("constraints")} = {
      ${containers.map(
        ({ name, members }) => code`
          ${propertyKey(name)}: {
            ${members.map(
              (member) =>
                code`${propertyKey(member.name)}: ${literal(asNode(member.constraints))},`,
            )}
          },
        `,
      )}
    } as const;
  `;
}

function membersOf(shape: ShapePlan): readonly MemberPlan[] {
  switch (shape.kind) {
    case "structure":
    case "union":
      return shape.members;
    case "list":
      return [shape.member];
    case "map":
      return [shape.key, shape.value];
    default:
      return [];
  }
}

function asNode(constraints: Constraints): NodeValue {
  const { length, range, ...others } = constraints;
  const node: Record<string, NodeValue> = {
    ...others,
    ...(length !== undefined && { length: { ...length } }),
    ...(range !== undefined && { range: { ...range } }),
  };
  // The order of the plan, which spreading has changed.
  return Object.fromEntries(
    Object.keys(constraints).flatMap((key) => {
      const value = node[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
