import { error } from "../event.js";
import { at, type Rule } from "../rule.js";
import { objectTrait } from "../trait-values.js";

const both = error(
  "CorsTrait",
  () => "The `origin` and `origins` members of the `cors` trait are mutually exclusive.",
);

/** Origins are said in one way. */
export const corsTrait: Rule = {
  name: "CorsTrait",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const { origin, origins } = objectTrait(service, "smithy.api#cors");
      if (origin !== undefined && origins !== undefined) yield both(undefined, at(service));
    }
  },
};
