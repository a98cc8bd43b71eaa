import { hasTrait, mixinTrait } from "../traits/index.js";
import { loadMessages } from "./load-messages.js";
import type { ModelDraft, ShapeDraft } from "./shape-draft.js";
import { UNIT } from "../model/shape-id.js";

/**
 * Checks the requirements of a shape's type. Returns false if the model cannot contain the shape.
 */
export function checkShape(shape: ShapeDraft, draft: ModelDraft): boolean {
  if (hasTrait(shape.ownTraits, mixinTrait)) checkMixin(shape, draft);
  const place = { shapeId: shape.id, span: shape.span };
  if (!isInVersion(shape)) {
    const args = { type: shape.writtenType, version: shape.version };
    draft.diagnostics.push(loadMessages.shapeTypeNotInVersion(args, place));
    return false;
  }
  switch (shape.type) {
    case "list":
      return checkMembers(shape, ["member"], draft);
    case "map":
      return checkMembers(shape, ["key", "value"], draft);
    case "enum":
    case "intEnum": {
      checkEnumTargets(shape, draft);
      if (shape.members.size > 0) return true;
      const { emptyEnum, emptyIntEnum } = loadMessages;
      const message = shape.type === "enum" ? emptyEnum : emptyIntEnum;
      draft.diagnostics.push(message({}, place));
      return false;
    }
    default:
      return true;
  }
}

/** Reports and removes members of enums that have a target other than the unit type. */
function checkEnumTargets({ id, type, members }: ShapeDraft, draft: ModelDraft): void {
  for (const { name, target, span } of members.values()) {
    if (target === undefined || target === UNIT) continue;
    members.delete(name);
    const args = { type: type === "enum" ? "Enum" : "intEnum", target };
    draft.diagnostics.push(loadMessages.enumMemberTarget(args, { shapeId: id, span }));
  }
}

function isInVersion({ writtenType, version }: ShapeDraft): boolean {
  return version === "2.0"
    ? writtenType !== "set"
    : writtenType !== "enum" && writtenType !== "intEnum";
}

/** Checks that a list or map has exactly the given members. */
function checkMembers(shape: ShapeDraft, names: readonly string[], draft: ModelDraft): boolean {
  const { id, members, span } = shape;
  for (const { name, span: memberSpan } of members.values()) {
    if (names.includes(name)) continue;
    members.delete(name);
    const place = { shapeId: id, span: memberSpan };
    const type = shape.writtenType === "set" ? "Set" : "List";
    draft.diagnostics.push(
      shape.type === "map"
        ? loadMessages.unexpectedMapMember({ member: name }, place)
        : loadMessages.unexpectedListMember({ type, member: name }, place),
    );
  }
  const missing = names.filter((name) => !members.has(name));
  if (missing.length === 0) return true;
  const args = { shape: id, members: missing };
  draft.diagnostics.push(loadMessages.missingMembers(args, { shapeId: id, span }));
  return false;
}

function checkMixin(shape: ShapeDraft, draft: ModelDraft): void {
  const { id, span, type, ownProperties: own } = shape;
  const place = { shapeId: id, span };
  if (type === "operation" && (!isUnit(own.input) || !isUnit(own.output))) {
    draft.diagnostics.push(loadMessages.operationMixinWithInput({ id }, place));
  }
  const parts = [
    own.identifiers?.size,
    own.properties?.size,
    own.lifecycle?.size,
    own.operations?.length,
    own.collectionOperations?.length,
    own.resources?.length,
  ];
  if (type === "resource" && parts.some((count) => (count ?? 0) > 0)) {
    draft.diagnostics.push(loadMessages.resourceMixinWithProperties({ id }, place));
  }
}

const isUnit = (id: string | undefined) => id === undefined || id === UNIT;
