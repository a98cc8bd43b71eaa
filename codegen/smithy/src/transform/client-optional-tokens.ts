import type { MemberShape, Shape } from "../model/model.js";
import {
  clientOptionalTrait,
  hasTrait,
  idempotencyTokenTrait,
  requiredTrait,
} from "../traits/index.js";
import { defineTransform } from "./define-transform.js";
import { editModel } from "./edit-model.js";

/**
 * `makeIdempotencyTokensClientOptional`: lets callers omit required idempotency tokens, which
 * clients generate.
 */
export const makeIdempotencyTokensClientOptional = defineTransform({
  name: "makeIdempotencyTokensClientOptional",
  prepare: () => (model) => {
    const tokens = [...model.shapes.values()].filter(isRequiredToken);
    if (tokens.length === 0) return model;
    return editModel(model, (draft) => {
      for (const { id, name, container, span } of tokens) {
        const own = draft.shapes.get(container)?.members.get(name)?.ownTraits;
        const traits = own ?? draft.memberTraits.get(id)?.traits ?? new Map();
        traits.set(clientOptionalTrait.id, { value: Object.freeze({}), span });
        // An inherited member has no definition in its shape, only traits that are added to it.
        if (own === undefined) draft.memberTraits.set(id, { traits, span });
      }
    });
  },
});

const isRequiredToken = (shape: Shape): shape is MemberShape =>
  shape.type === "member" &&
  hasTrait(shape, requiredTrait) &&
  hasTrait(shape, idempotencyTokenTrait) &&
  !hasTrait(shape, clientOptionalTrait);
