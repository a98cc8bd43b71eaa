import { code, declare, defineGenerator, doc, join, literal, propertyKey } from "@tinsmith/codegen";
import type { Code, MemberPlan, OperationPlan, ServicePlan } from "@tinsmith/codegen";
import * as v from "valibot";

/**
 * Generates the limits of each operation's input as data for forms: whether a member is required,
 * its length, its range and its values.
 */
export default defineGenerator({
  name: "limits",
  // A strict object, so that misspelled options are errors.
  options: v.strictObject({
    suffix: v.optional(
      v.pipe(v.string(), v.description("The end of the names of constants.")),
      "Limits",
    ),
  }),
  generate: (plan, { options, packageName }) => ({
    files: [
      { path: "limits.ts", code: emitLimits(plan, options.suffix) },
      { path: "index.ts", code: code`export * from "./limits.js";` },
    ],
    package: {
      description: `The limits of the inputs of ${plan.title}.`,
      keywords: ["forms"],
      entries: { ".": "index.js" },
      platform: "neutral",
      readme: `# ${packageName}\n\nThe limits of the inputs of ${plan.title}, as data.\n`,
    },
  }),
});

function emitLimits(plan: ServicePlan, suffix: string): Code {
  return code`
    ${plan.operations.map((operation) => emitOperation(operation, plan, suffix))}
  `;
}

function emitOperation({ names, name, input }: OperationPlan, plan: ServicePlan, suffix: string) {
  const shape = input.kind === "unit" ? undefined : plan.shapesById.get(input.id);
  const members = shape?.kind === "structure" ? shape.members : [];
  return code`

    ${doc(`The limits of the input of \`${name}\`.`)}
    export const ${declare(`${names.method}${suffix}`)} = {
      ${join(
        members.map((member) => code`${propertyKey(member.name)}: ${literal(limitsOf(member))}`),
        ", ",
      )}
    } as const;
  `;
}

/**
 * Returns the facts about a member that a form needs. The plan has already resolved inherited
 * constraints.
 */
function limitsOf({ required, constraints }: MemberPlan) {
  const { length, range, enum: values } = constraints;
  return {
    required,
    ...(length !== undefined && { length: bounds(length) }),
    ...(range !== undefined && { range: bounds(range) }),
    ...(values !== undefined && { values: [...values] }),
  };
}

const bounds = ({ min, max }: { readonly min?: number; readonly max?: number }) => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});
