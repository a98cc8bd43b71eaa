import type { MemberPlan, ServicePlan, StructurePlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../code/code.js";
import type { Code, CodeSymbol } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { inheritedNames } from "../../code/inherited-names.js";
import { fieldKey, literal } from "../../code/literal.js";
import { shapeDoc } from "../types/member-doc.js";
import { runtime, runtimeType } from "./runtime-symbols.js";

/** Emits a class for each error of the service, and their base class. */
export function emitErrors(plan: ServicePlan, typesPackage: string): Code {
  const base = plan.names.exception;
  return code`
    ${doc(undefined, {
      notes: [
        `The base class of all errors of ${plan.title}. Errors that the model does not define are direct instances of it, with the error code from the service as their \`name\`.`,
      ],
    })}
    export class ${declare(base)} extends ${runtime(plan.isAws ? "ServiceException" : "ApiException")} {}

    ${plan.errors.map((error) => emitError(error, base, typesPackage))}
  `;
}

function emitError(error: StructurePlan, base: string, typesPackage: string): Code {
  const name = error.typeName;
  const data = symbol(name, typesPackage, { typeOnly: true, alias: `${name}Data` });
  const members = error.members.filter((member) => !inherited.has(member.property));
  const fault = error.error?.fault ?? "client";
  const retryable = error.error?.retryable;
  const ofErrors = members.map((member) => member.property).filter((own) => errorNames.has(own));
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

/** The properties that the base class already has. */
const inherited = new Set(["name", "message", "$fault", "$metadata", "$response", "$retryable"]);

/** Further properties of JavaScript errors. A shape may have members with these names. */
const errorNames = new Set(["stack", "cause"]);

function emitMember(member: MemberPlan, data: CodeSymbol): Code {
  const type = code`${data}[${literal(member.property)}]`;
  const overrides = errorNames.has(member.property) || inheritedNames.has(member.property);
  return code`
    ${overrides && code`override `}${fieldKey(member.property)}${member.required ? code`: ${type}` : code`?: ${presentType(member, type)}`};
  `;
}

function presentType({ constraints }: MemberPlan, type: Code): Code {
  return constraints.nullable === true
    ? code`Exclude<${type}, undefined>`
    : code`NonNullable<${type}>`;
}

function emitAssignment(member: MemberPlan): Code {
  const access = /^[A-Za-z_$][\w$]*$/.test(member.property)
    ? code`.${member.property}`
    : code`[${literal(member.property)}]`;
  const assignment = code`this${access} = options${access};`;
  if (member.required) return assignment;
  return inheritedNames.has(member.property)
    ? code`if (Object.hasOwn(options, ${literal(member.property)}) && options${access} !== undefined) ${assignment}`
    : code`if (options${access} !== undefined) ${assignment}`;
}
