import { isOwnShape } from "../ast/serialize-ast.js";
import { hasTrait, mixinTrait } from "../traits/index.js";
import { defineTransform } from "./define-transform.js";
import { editModel, ownDrafts } from "./edit-model.js";

/**
 * `flattenAndRemoveMixins`: copies inherited definitions into the shapes and removes the model's
 * mixins.
 */
export const flattenAndRemoveMixins = defineTransform({
  name: "flattenAndRemoveMixins",
  prepare: () => (model) =>
    editModel(
      model,
      (draft) => {
        for (const { id, ownTraits } of ownDrafts(draft)) {
          if (hasTrait(ownTraits, mixinTrait)) draft.shapes.delete(id);
        }
      },
      { flattened: ({ id }) => isOwnShape(id) },
    ),
});
