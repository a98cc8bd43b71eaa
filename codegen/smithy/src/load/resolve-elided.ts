import type { ShapeId } from "../model/model.js";
import { shapeNamespace } from "../model/shape-id.js";
import { hasTrait, privateTrait } from "../traits/index.js";
import { loadMessages } from "./load-messages.js";
import type { MemberDraft, ModelDraft, ShapeDraft } from "./shape-draft.js";

/**
 * Gives elided members (`$name`) the target of the bound resource, if it defines one
 * (https://smithy.io/2.0/spec/idl.html#target-elision). Targets from mixins are resolved when the
 * mixins are flattened.
 */
export function resolveElidedMembers(draft: ModelDraft): void {
  for (const shape of draft.shapes.values()) {
    if (shape.resource === undefined) continue;
    const { id } = shape.resource;
    const resource = draft.shapes.get(id);
    if (resource !== undefined) checkAccess(shape, resource, draft);
    for (const member of shape.members.values()) {
      if (member.target !== undefined) continue;
      if (resource === undefined) {
        const hint = draft.suggestions.forId(id);
        const place = { shapeId: shape.id, span: member.span, hint };
        draft.diagnostics.push(loadMessages.unknownResource({ id, member: member.id }, place));
        draft.shapes.delete(shape.id);
        break;
      }
      if (resource.type === "resource") member.target = targetIn(resource, member);
      else {
        const place = { shapeId: member.id, span: member.span };
        draft.diagnostics.push(loadMessages.notAResource({ id, type: resource.type }, place));
      }
    }
  }
}

function targetIn({ properties }: ShapeDraft, { name }: MemberDraft): ShapeId | undefined {
  return properties.properties?.get(name) ?? properties.identifiers?.get(name);
}

/**
 * Checks the access to the bound resource. The model does not keep the binding, so the rule about
 * private shapes cannot check it.
 */
function checkAccess(shape: ShapeDraft, resource: ShapeDraft, draft: ModelDraft): void {
  const { id } = resource;
  if (!hasTrait(resource.ownTraits, privateTrait)) return;
  if (shapeNamespace(id) === shapeNamespace(shape.id)) return;
  const place = { shapeId: shape.id, span: shape.span };
  draft.diagnostics.push(loadMessages.privateResource({ id }, place));
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
