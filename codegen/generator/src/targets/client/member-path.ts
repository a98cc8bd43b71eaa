import type { ShapeId } from "@tinsmith/smithy";
import type { MemberPlan, ServicePlan } from "@tinsmith/service";
import { code } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { inheritedNames } from "../../code/inherited-names.js";
import { literal } from "../../code/literal.js";

/** An access path through members of structures, as TypeScript. */
export interface MemberPath {
  readonly code: Code;
  /** The last member. */
  readonly member: MemberPlan;
}

/**
 * Emits `page.ListInfo?.NextToken` for a path of member names, as `@paginated` has it.
 * @returns `undefined` if the model has no such members
 */
export function memberPath(
  plan: ServicePlan,
  root: string,
  structure: ShapeId,
  path: string,
): MemberPath | undefined {
  let current = plan.shapesById.get(structure);
  let found: MemberPath | undefined;
  for (const name of path.split(".")) {
    const members =
      current?.kind === "structure" || current?.kind === "union" ? current.members : [];
    const member = members.find((one) => one.name === name);
    if (member === undefined) return undefined;
    const before = found?.code ?? code`${root}`;
    const isMissing = found !== undefined && !found.member.required;
    found = { code: access(before, isMissing, member), member };
    current = plan.shapesById.get(member.target);
  }
  return found;
}

function access(before: Code, isMissing: boolean, { name, required }: MemberPlan): Code {
  const value = isMissing ? code`${before}?.${name}` : code`${before}.${name}`;
  // Every object inherits a property with such a name, so the code checks for an own property.
  return inheritedNames.has(name) && !required
    ? code`(Object.hasOwn(${before}${isMissing && code` ?? {}`}, ${literal(name)}) ? ${value} : undefined)`
    : value;
}
