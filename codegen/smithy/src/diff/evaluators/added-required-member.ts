import { clientOptionalTrait, defaultTrait, hasTrait, requiredTrait } from "../../traits/index.js";
import { at } from "../../validate/rule.js";
import { changedOfType } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";

const text =
  "Adding a new member with the `required` trait but not the `default` trait is backwards-incompatible.";

/** Reports new members of existing structures that users of the structure have to set. */
export const addedRequiredMember: Evaluator = {
  name: "AddedRequiredMember",
  *evaluate(differences) {
    for (const { before, after } of changedOfType(differences, "structure")) {
      for (const member of after.members.values()) {
        if (before.members.has(member.name) || !hasTrait(member, requiredTrait)) continue;
        // Clients do not rely on a client-optional member, required or not.
        if (hasTrait(member, defaultTrait) || hasTrait(member, clientOptionalTrait)) continue;
        yield event("ERROR", "AddedRequiredMember", text, at(member));
      }
    }
  },
};
