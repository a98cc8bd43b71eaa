import { isWrittenAsSet } from "../../model/written-sets.js";
import { warning } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

const deprecated = warning(
  "ModelDeprecation",
  () =>
    "Set shapes are deprecated and have been removed in Smithy IDL v2. Use a list shape with the @uniqueItems trait instead.",
);

/** A list of unique items is not written as a set, the form of 1.0. */
export const deprecatedSet: Rule = {
  name: "ModelDeprecation",
  *check({ subjects }) {
    for (const shape of subjects) {
      if (isWrittenAsSet(shape)) yield deprecated(undefined, at(shape));
    }
  },
};
