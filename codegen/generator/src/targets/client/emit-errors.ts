import type { MemberPlan, ServicePlan, StructurePlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../code/code.js";
import type { Code, CodeSymbol } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { inheritedNames } from "../../code/inherited-names.js";
import { fieldKey, literal } from "../../code/literal.js";
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
  const ofErrors = members.map((member) => member.name).filter((own) => errorNames.has(own));
  return code`

    ${shapeDoc(error)}
    export class ${declare(name)} extends ${base} implements ${data} {
      override readonly name = ${literal(error.name)};
      override readonly $fault = ${literal(fault)};
      ${retryable && code`override $retryable = ${literal(retryable.throttling ? { throttling: true } : {})};`}
      ${members.map((member) => emitMember(member, data))}

      constructor(options: ${runtimeType("ExceptionOptions")}<${name}, ${base}>${ofErrors.length > 0 && code` & Pick<${name}, ${join(ofErrors.map(literal), " | ")}>`}) {
        super({ ...options, name: ${literal(error.name)}, $fault: ${literal(fault)} });
        ${members.map(emitAssignment)}
      }
    }
  `;
}

/** What the base class already has. */
const inherited = new Set(["name", "message", "$fault", "$metadata", "$response", "$retryable"]);

/** What errors of JavaScript have beyond that, and of the shape's own where it has such members. */
const errorNames = new Set(["stack", "cause"]);

function emitMember(member: MemberPlan, data: CodeSymbol): Code {
  const type = code`${data}[${literal(member.name)}]`;
  const overrides = errorNames.has(member.name) || inheritedNames.has(member.name);
  return code`
    ${memberDoc(member)}
    ${overrides && code`override `}${fieldKey(member.name)}${member.required ? code`: ${type}` : code`?: NonNullable<${type}>`};
  `;
}

function emitAssignment(member: MemberPlan): Code {
  const access = /^[A-Za-z_$][\w$]*$/.test(member.name)
    ? code`.${member.name}`
    : code`[${literal(member.name)}]`;
  const assignment = code`this${access} = options${access};`;
  if (member.required) return assignment;
  return inheritedNames.has(member.name)
    ? code`if (Object.hasOwn(options, ${literal(member.name)}) && options${access} !== undefined) ${assignment}`
    : code`if (options${access} !== undefined) ${assignment}`;
}
