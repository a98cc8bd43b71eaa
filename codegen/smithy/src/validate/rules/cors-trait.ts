import { corsTrait, trait } from "../../traits/index.js";
import { error } from "../event.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const both = error(
  "CorsTrait",
  () => "The `origin` and `origins` members of the `cors` trait are mutually exclusive.",
);

/** The allowed origins are declared in one place only. */
export const corsTraitRule: Rule = {
  name: "CorsTrait",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      const { origin, origins } = trait(service, corsTrait) ?? {};
      if (origin !== undefined && origins !== undefined)
        yield both(undefined, atTrait(service, corsTrait));
    }
  },
};
