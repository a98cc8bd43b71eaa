import { error } from "../event.js";
import { at, type Rule } from "../rule.js";

const misused = error("UnitType", () => "Only members of a union can reference smithy.api#Unit");

const allowed = new Set(["union", "enum", "intEnum"]);

/** The unit type is what an operation or a member of a union has when it has nothing. */
export const unitType: Rule = {
  name: "UnitType",
  *check({ model }) {
    for (const member of model.shapesOfType("member")) {
      if (member.target !== "smithy.api#Unit") continue;
      if (!allowed.has(model.getShape(member.container)?.type ?? "")) {
        yield misused(undefined, at(member));
      }
    }
  },
};
