import { eventHeaderTrait, eventPayloadTrait, hasTrait } from "../../traits/index.js";
import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked } from "../shape-text.js";

const unmarked = error(
  "EventPayloadTrait",
  (args: { members: readonly string[] }) =>
    `This event structure contains a member marked with the \`eventPayload\` trait, so all other members must be marked with the \`eventHeader\` trait. However, the following member(s) are not marked with the eventHeader trait: ${ticked(args.members)}`,
);

/** In an event with a payload, all other members are headers. */
export const eventPayload: Rule = {
  name: "EventPayloadTrait",
  *check({ model }) {
    for (const shape of model.shapesOfType("structure")) {
      const members = [...shape.members.values()];
      if (!members.some(({ traits }) => hasTrait(traits, eventPayloadTrait))) continue;
      const others = members.filter(
        ({ traits }) => !hasTrait(traits, eventPayloadTrait) && !hasTrait(traits, eventHeaderTrait),
      );
      if (others.length === 0) continue;
      yield unmarked({ members: others.map(({ name }) => name) }, at(shape));
    }
  },
};
