import type { EnumPlan, EnumValuePlan, IntEnumPlan, ServicePlan } from "@tinsmith/service";
import { code, declare } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import { shapeDoc } from "./member-doc.js";

/** Emits enums as objects of constants, each with an open union of the same name. */
export function emitEnums(plan: ServicePlan): Code {
  const enums = plan.shapes.filter((shape) => shape.kind === "enum" || shape.kind === "intEnum");
  return code`${enums.map(emitEnum)}`;
}

function emitEnum(shape: EnumPlan | IntEnumPlan): Code {
  const name = shape.typeName;
  const open = shape.kind === "enum" ? code`(string & {})` : code`(number & {})`;
  return code`

    ${shapeDoc(shape)}
    export const ${declare(name)} = {
      ${shape.values.map(emitValue)}
    } as const;

    ${doc(undefined, {
      notes: [`A value of {@link ${name}}, or one that the service added later.`],
    })}
    export type ${name} = (typeof ${name})[keyof typeof ${name}] | ${open};
  `;
}

function emitValue(value: EnumValuePlan<string | number>): Code {
  return code`
    ${shapeDoc(value)}
    ${propertyKey(value.name)}: ${literal(value.value)},
  `;
}
