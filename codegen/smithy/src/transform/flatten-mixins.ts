import { flattenMixins } from "../model/flatten-mixins.js";
import { defineTransform } from "./define-transform.js";

/** `flattenAndRemoveMixins`: shapes own what they have from mixins, and the mixins go. */
export const flattenAndRemoveMixins = defineTransform({
  name: "flattenAndRemoveMixins",
  prepare: () => flattenMixins,
});
