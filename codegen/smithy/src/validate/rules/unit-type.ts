import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import { UNIT } from "../../model/shape-id.js";

const messages = {
  member: error(
    "UnitType",
    () => "Only members of a union, enum, or intEnum can reference smithy.api#Unit",
  ),
  other: error(
    "UnitType",
    (args: { relationship: string }) =>
      `This shape has an invalid ${args.relationship} reference to smithy.api#Unit`,
  ),
} as const;

const allowed = new Set(["union", "enum", "intEnum"]);

/** The unit type is used only for operations and union members without a value. */
export const unitType: Rule = {
  name: "UnitType",
  *check({ model, subjects }) {
    for (const shape of subjects) {
      if (shape.type === "member") {
        if (shape.target !== UNIT) continue;
        const container = model.getShape(shape.container);
        if (!allowed.has(container?.type ?? "")) yield messages.member(undefined, at(shape));
      } else if (shape.type === "resource") {
        const { identifiers, properties } = shape;
        for (const [relationship, map] of Object.entries({ identifiers, properties })) {
          if (![...map.values()].includes(UNIT)) continue;
          const name = relationship === "identifiers" ? "IDENTIFIER" : "PROPERTY";
          yield messages.other({ relationship: name }, at(shape));
        }
      }
    }
  },
};
