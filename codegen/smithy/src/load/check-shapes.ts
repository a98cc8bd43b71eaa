import { loadMessages } from "./load-messages.js";
import type { ModelDraft, ShapeDraft } from "./shape-draft.js";

const mixinTrait = "smithy.api#mixin";

/** What a shape has to be before the model can hold it: its type decides its members. */
export function checkShapes(draft: ModelDraft): void {
  for (const shape of draft.shapes.values()) {
    checkMembers(shape, draft);
    if (shape.ownTraits.has(mixinTrait)) checkMixin(shape, draft);
  }
}

const namedMembers: Readonly<Record<string, readonly string[]>> = {
  list: ["member"],
  map: ["key", "value"],
};

function checkMembers(shape: ShapeDraft, draft: ModelDraft): void {
  const { type, id, span, members } = shape;
  const expected = namedMembers[type];
  if (expected) {
    for (const member of members.values()) {
      if (expected.includes(member.name)) continue;
      members.delete(member.name);
      const args = { type, member: member.name, expected: expected.map(quote).join(" and ") };
      const place = { shapeId: member.id, span: member.span };
      draft.diagnostics.push(loadMessages.unexpectedMember(args, place));
    }
    for (const member of expected) {
      if (members.has(member)) continue;
      const place = { shapeId: id, span };
      draft.diagnostics.push(loadMessages.missingMember({ shape: id, member }, place));
    }
    if (expected.some((name) => !members.has(name))) draft.shapes.delete(id);
  } else if ((type === "enum" || type === "intEnum") && members.size === 0) {
    draft.diagnostics.push(loadMessages.noMembers({ type }, { shapeId: id, span }));
  }
}

function checkMixin(shape: ShapeDraft, draft: ModelDraft): void {
  const { id, span, type, ownProperties: own, version } = shape;
  const place = { shapeId: id, span };
  if (version === "1.0") {
    draft.diagnostics.push(loadMessages.mixinInVersion1({ id, version }, place));
  }
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

const isUnit = (id: string | undefined) => id === undefined || id === "smithy.api#Unit";

const quote = (name: string) => `\`${name}\``;
