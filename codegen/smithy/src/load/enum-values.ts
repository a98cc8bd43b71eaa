import type { NodeValue } from "../model/model.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { enumValueTrait, hasTrait } from "../traits/index.js";
import { loadMessages } from "./load-messages.js";
import type { MemberDraft, ModelDraft, ShapeDraft } from "./shape-draft.js";

/**
 * Determines the values of an enum (https://smithy.io/2.0/spec/simple-types.html#enum): the value
 * of an enum member defaults to its name; members of an intEnum must have one.
 */
export function settleEnumValues(shape: ShapeDraft, draft: ModelDraft): void {
  if (shape.type !== "enum" && shape.type !== "intEnum") return;
  for (const member of shape.members.values()) {
    if (shape.type === "enum" && !hasTrait(member, enumValueTrait)) {
      const trait = { value: member.name, span: member.span };
      member.traits.set(enumValueTrait.id, trait);
      member.ownTraits.set(enumValueTrait.id, trait);
    }
    const problem = checkValue(shape.type, member);
    if (problem) draft.diagnostics.push(problem);
  }
}

function checkValue(type: "enum" | "intEnum", member: MemberDraft): Diagnostic | undefined {
  const value = member.traits.get(enumValueTrait.id)?.value;
  const place = { shapeId: member.id, span: member.span };
  if (type === "enum") {
    if (typeof value === "string") return undefined;
    return loadMessages.enumValueNoString({ found: printNode(value) }, place);
  }
  if (value === undefined) return loadMessages.intEnumWithoutValue({}, place);
  const found = printNode(value);
  if (typeof value !== "number") return loadMessages.intEnumValueNoNumber({ found }, place);
  if (!Number.isInteger(value)) return loadMessages.intEnumValueFloat({ found }, place);
  const isInRange = value >= -(2 ** 31) && value < 2 ** 31;
  return isInRange ? undefined : loadMessages.intEnumValueRange({ found }, place);
}

const printNode = (value: NodeValue | undefined): string => JSON.stringify(value) ?? "nothing";
