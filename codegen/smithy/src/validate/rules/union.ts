import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

const empty = error("Union", () => "Tagged unions must have one or more members");

/** A union has at least one member. */
export const union: Rule = {
  name: "Union",
  *check({ model }) {
    for (const shape of model.shapesOfType("union")) {
      if (shape.members.size === 0) yield empty(undefined, at(shape));
    }
  },
};
