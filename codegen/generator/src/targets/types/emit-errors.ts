import type { ServicePlan, StructurePlan } from "@tinsmith/service";
import { code, declare } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import { emitMember } from "./emit-structures.js";
import { shapeDoc } from "./member-doc.js";

/** Emits errors as plain data, discriminated by `name`. */
export function emitErrors(plan: ServicePlan): Code {
  return code`${plan.errors.map(emitError)}`;
}

function emitError(structure: StructurePlan): Code {
  const members = structure.members.filter((member) => !ownProperties.has(member.property));
  return code`

    ${shapeDoc(structure, [statusNote(structure)])}
    export interface ${declare(structure.typeName)} {
      readonly name: ${literal(structure.name)};
      readonly $fault: ${literal(structure.error?.fault ?? "client")};
      message: string;
      ${members.map(emitMember)}
    }
  `;
}

/** The properties of every JavaScript error, whether or not its shape has such members. */
const ownProperties = new Set(["name", "$fault", "message"]);

function statusNote({ error }: StructurePlan): string {
  const retry =
    error?.retryable === undefined
      ? ""
      : error.retryable.throttling
        ? " Retryable as a throttling error."
        : " Retryable.";
  return `HTTP status ${error?.httpStatus ?? 400}.${retry}`;
}
