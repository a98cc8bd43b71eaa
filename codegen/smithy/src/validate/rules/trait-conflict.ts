import type { Shape } from "../../model/model.js";
import { isWrittenAsSet } from "../../model/written-sets.js";
import { trait, traitTrait } from "../../traits/index.js";
import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import { idiomatic } from "../shape-text.js";

const conflict = error(
  "TraitConflict",
  (args: { type: string; conflicts: readonly string[] }) =>
    `Found conflicting traits on ${args.type} shape: ${args.conflicts.join(", ")}`,
);

/** A shape cannot have two traits if one declares a conflict with the other. */
export const traitConflict: Rule = {
  name: "TraitConflict",
  *check({ model, subjects }) {
    for (const shape of subjects) {
      if (shape.traits.size < 2) continue;
      const conflicts = [...shape.traits.keys()]
        .flatMap((id) => conflictsOf(shape, id, model.getShape(id)))
        .sort();
      const type = isWrittenAsSet(shape) ? "set" : shape.type;
      if (conflicts.length > 0) yield conflict({ type, conflicts }, at(shape));
    }
  },
};

function conflictsOf(shape: Shape, id: string, definition: Shape | undefined): readonly string[] {
  return (trait(definition, traitTrait)?.conflicts ?? [])
    .map((other) => (other.includes("#") ? other : `smithy.api#${other}`))
    .filter((other) => shape.traits.has(other))
    .map((other) => `\`${idiomatic(id)}\` conflicts with \`${idiomatic(other)}\``);
}
