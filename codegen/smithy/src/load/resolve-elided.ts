import type { ShapeId } from "../model/model.js";
import { loadMessages } from "./load-messages.js";
import type { MemberDraft, ModelDraft, ShapeDraft } from "./shape-draft.js";

/**
 * Gives elided members (`$name`) the target of the bound resource, if it defines one
 * (https://smithy.io/2.0/spec/idl.html#target-elision). Targets from mixins are found when those
 * are flattened.
 */
export function resolveElidedMembers(draft: ModelDraft): void {
  for (const shape of draft.shapes.values()) {
    const resource = boundResource(shape, draft);
    if (!resource) continue;
    for (const member of shape.members.values()) {
      member.target ??= targetIn(resource, member);
    }
  }
}

function targetIn({ properties }: ShapeDraft, { name }: MemberDraft): ShapeId | undefined {
  return properties.identifiers?.get(name) ?? properties.properties?.get(name);
}

function boundResource(shape: ShapeDraft, draft: ModelDraft): ShapeDraft | undefined {
  if (!shape.resource) return undefined;
  const { id, span } = shape.resource;
  const resource = draft.shapes.get(id);
  const place = { shapeId: shape.id, span };
  if (!resource) {
    const hint = draft.suggestions.forId(id);
    draft.diagnostics.push(loadMessages.unknownResource({ id }, { ...place, hint }));
  } else if (resource.type !== "resource") {
    draft.diagnostics.push(loadMessages.notAResource({ id, type: resource.type }, place));
    return undefined;
  }
  return resource;
}

/**
 * Removes and reports the members whose targets are still unknown after the mixins are flattened.
 */
export function dropUnresolvedMembers(shape: ShapeDraft, draft: ModelDraft): void {
  for (const member of shape.members.values()) {
    if (member.target !== undefined) continue;
    shape.members.delete(member.name);
    const place = { shapeId: member.id, span: member.span };
    draft.diagnostics.push(loadMessages.elidedTarget({}, place));
  }
}
