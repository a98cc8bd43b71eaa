import { code, declare, symbol } from "../../code/code.js";
import type { Code, CodeSymbol } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { ServicePlan } from "../../plan/service-plan.js";
import type { MemberPlan, StructurePlan } from "../../plan/shape-plan.js";
import { memberDoc, shapeDoc } from "../types/member-doc.js";
import { runtime, runtimeType } from "./runtime-symbols.js";

/** A class for each error of the service, and the class that they all extend. */
export function emitErrors(plan: ServicePlan, typesPackage: string): Code {
  const base = plan.names.exception;
  return code`
    ${doc(undefined, {
      notes: [
        `The base of all errors of ${plan.title}. An error that the model does not know is of this very class; its \`name\` is the code that the service gave.`,
      ],
    })}
    export class ${declare(base)} extends ${runtime("ServiceException")} {}

    ${plan.errors.map((error) => emitError(error, base, typesPackage))}
  `;
}

function emitError(error: StructurePlan, base: string, typesPackage: string): Code {
  const name = error.typeName;
  const data = symbol(name, typesPackage, { typeOnly: true, alias: `${name}Data` });
  const members = error.members.filter((member) => !inherited.has(member.name));
  const fault = error.error?.fault ?? "client";
  const retryable = error.error?.retryable;
  return code`

    ${shapeDoc(error)}
    export class ${declare(name)} extends ${base} implements ${data} {
      override readonly name = ${literal(error.name)};
      override readonly $fault = ${literal(fault)};
      ${retryable && code`override $retryable = ${literal(retryable.throttling ? { throttling: true } : {})};`}
      ${members.map((member) => emitMember(member, data))}

      constructor(options: ${runtimeType("ExceptionOptions")}<${name}, ${base}>) {
        super({ ...options, name: ${literal(error.name)}, $fault: ${literal(fault)} });
        ${members.map(emitAssignment)}
      }
    }
  `;
}

/** What the base class already has. */
const inherited = new Set(["name", "message", "$fault", "$metadata", "$response", "$retryable"]);

function emitMember(member: MemberPlan, data: CodeSymbol): Code {
  const type = code`${data}[${literal(member.name)}]`;
  return code`
    ${memberDoc(member)}
    ${propertyKey(member.name)}${member.required ? code`: ${type}` : code`?: NonNullable<${type}>`};
  `;
}

function emitAssignment(member: MemberPlan): Code {
  const access = /^[A-Za-z_$][\w$]*$/.test(member.name)
    ? code`.${member.name}`
    : code`[${literal(member.name)}]`;
  const assignment = code`this${access} = options${access};`;
  return member.required ? assignment : code`if (options${access} !== undefined) ${assignment}`;
}
