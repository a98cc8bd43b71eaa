import type { ServicePlan, StructurePlan } from "@tinsmith/service";
import { code, declare } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import { emitMember } from "./emit-structures.js";
import { shapeDoc } from "./member-doc.js";

/** Errors as plain data, told apart by `name`. */
export function emitErrors(plan: ServicePlan): Code {
  return code`${plan.errors.map(emitError)}`;
}

function emitError(structure: StructurePlan): Code {
  const members = structure.members.filter((member) => !ownProperties.has(member.name));
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

/** What every error has in JavaScript, whatever its shape says. */
const ownProperties = new Set(["name", "$fault", "message"]);

function statusNote({ error }: StructurePlan): string {
  const retry =
    error?.retryable === undefined
      ? ""
      : error.retryable.throttling
        ? " A client may try again, more slowly."
        : " A client may try again.";
  return `HTTP status ${error?.httpStatus ?? 400}.${retry}`;
}
