import { isNodeArray } from "../model/node-value.js";
import type { Model } from "../model/model.js";
import { tagsTrait } from "../traits/index.js";
import { defineTransform } from "./define-transform.js";
import { editModel, mapTraits } from "./edit-model.js";

/** `excludeTags`: removes tags from shapes. */
export const excludeTags = defineTransform({
  name: "excludeTags",
  prepare(args) {
    const tags = new Set(args.strings("tags"));
    return (model) => filterTags(model, (tag) => !tags.has(tag));
  },
});

/** `includeTags`: removes all other tags from shapes. */
export const includeTags = defineTransform({
  name: "includeTags",
  prepare(args) {
    const tags = new Set(args.strings("tags"));
    return (model) => filterTags(model, (tag) => tags.has(tag));
  },
});

/** Removes tags from shapes. A shape without remaining tags loses its `tags` trait. */
const filterTags = (model: Model, isKept: (tag: string) => boolean): Model =>
  editModel(model, (draft) =>
    mapTraits(draft, (id, trait) => {
      if (id !== tagsTrait.id || !isNodeArray(trait.value)) return trait;
      const value = trait.value.filter((tag) => typeof tag === "string" && isKept(tag));
      if (value.length === trait.value.length) return trait;
      return value.length === 0 ? undefined : { ...trait, value: Object.freeze(value) };
    }),
  );
