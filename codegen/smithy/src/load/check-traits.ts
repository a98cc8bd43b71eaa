import type { ShapeId } from "../model/model.js";
import { hasTrait, traitTrait } from "../traits/index.js";
import { loadMessages } from "./load-messages.js";
import type { ModelDraft, TraitDrafts } from "./shape-draft.js";
import { Suggestions } from "./suggestions.js";

/**
 * Reports traits without a definition, which is a shape in the model that has the trait `trait`. A
 * shape without that trait is reported at its own place, once for each use.
 */
export function checkTraits(draft: ModelDraft, allowUnknown: boolean): void {
  const message = allowUnknown ? loadMessages.unknownTrait : loadMessages.unresolvedTrait;
  const suggestions = new Suggestions(() => traitIds(draft));
  const check = (traits: TraitDrafts, shapeId: ShapeId) => {
    for (const [trait, { span }] of traits) {
      const definition = draft.shapes.get(trait);
      if (hasTrait(definition, traitTrait)) continue;
      if (definition !== undefined) {
        const place = { shapeId: trait, span: definition.span };
        draft.diagnostics.push(loadMessages.notATrait({ trait }, place));
        continue;
      }
      const hint = suggestions.forId(trait);
      draft.diagnostics.push(message({ trait }, { shapeId, span, hint }));
    }
  };
  for (const shape of draft.shapes.values()) {
    check(shape.ownTraits, shape.id);
    for (const member of shape.members.values()) check(member.ownTraits, member.id);
  }
}

const traitIds = (draft: ModelDraft): readonly ShapeId[] =>
  [...draft.shapes.values()].filter((shape) => hasTrait(shape, traitTrait)).map(({ id }) => id);
