import type { MemberPlan, ServicePlan, StructurePlan } from "@tinsmith/service";
import { code, declare, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { fieldKey, literal } from "../../code/literal.js";
import { runtime } from "./runtime-symbols.js";

/** Emits a class for each error, for handlers to throw. */
export function emitErrors(plan: ServicePlan, types: string): Code {
  return code`${plan.errors.map((error) => emitError(error, types))}`;
}

function emitError(structure: StructurePlan, types: string): Code {
  const data = symbol(structure.typeName, types, {
    typeOnly: true,
    alias: `${structure.typeName}Data`,
  });
  const fault = structure.error?.fault ?? "client";
  const members = structure.members.filter((member) => !ownProperties.has(member.property));
  return code`

    ${doc(structure.documentation, {
      notes: [`Sent with HTTP status ${structure.error?.httpStatus ?? 400}.`],
      deprecated: structure.deprecated && (structure.deprecated.message ?? ""),
    })}
    export class ${declare(structure.typeName)} extends ${runtime.serviceError} implements ${data} {
      override readonly name = ${literal(structure.name)};
      override readonly $fault = ${literal(fault)};
      ${members.map((member) => emitMember(member, code`${data}`))}

      constructor(data: ${runtime.serviceErrorData}<${data}>) {
        super({ name: ${literal(structure.name)}, $fault: ${literal(fault)}, message: data.message }, data);
      }
    }
  `;
}

/**
 * Declares a member without a field, because a field would overwrite the value that the base class
 * assigns.
 */
function emitMember(member: MemberPlan, data: Code): Code {
  const type = code`${data}[${literal(member.property)}]`;
  return member.required
    ? code`declare readonly ${fieldKey(member.property)}: ${type};`
    : code`declare readonly ${fieldKey(member.property)}?: Exclude<${type}, undefined>;`;
}

/** The properties of every JavaScript error, whether or not its shape has such members. */
const ownProperties = new Set(["name", "$fault", "message"]);
