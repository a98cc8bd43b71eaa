import type { MemberShape, Model, Shape } from "../../model/model.js";
import { hasTrait, trait, traitTrait } from "../../traits/index.js";
import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import { idiomatic, ticked } from "../shape-text.js";

const messages = {
  member: error(
    "ExclusiveStructureMemberTrait",
    (args: { trait: string; members: readonly string[] }) =>
      `The \`${idiomatic(args.trait)}\` trait can be applied to only a single member of a shape, but it was found on the following members: ${ticked(args.members)}`,
  ),
  target: error(
    "ExclusiveStructureMemberTrait",
    (args: { trait: string; members: readonly string[] }) =>
      `Only a single member of a structure can target a shape marked with the \`${idiomatic(args.trait)}\` trait, but it was found on the following members: ${ticked(args.members)}`,
  ),
} as const;

/** A structurally exclusive trait applies to one member of a structure or its target. */
export const exclusiveStructureMember: Rule = {
  name: "ExclusiveStructureMemberTrait",
  *check({ model, subjects }) {
    const { member, target } = exclusiveTraits(model);
    for (const shape of subjects) {
      if (shape.type !== "structure") continue;
      const members = [...shape.members.values()];
      for (const trait of member) {
        const names = carriers(members, (one) => one.traits.has(trait));
        if (names.length > 1) yield messages.member({ trait, members: names }, at(shape));
      }
      for (const trait of target) {
        const names = carriers(
          members,
          (one) => model.getShape(one.target)?.traits.has(trait) === true,
        );
        if (names.length > 1) yield messages.target({ trait, members: names }, at(shape));
      }
    }
  },
};

const carriers = (
  members: readonly MemberShape[],
  test: (member: MemberShape) => boolean,
): readonly string[] => members.filter(test).map(({ name }) => name);

function exclusiveTraits(model: Model): { member: readonly string[]; target: readonly string[] } {
  const traits = [...model.shapes.values()].filter((shape) => hasTrait(shape, traitTrait));
  const exclusive = (kind: string) =>
    traits.filter((shape) => exclusivity(shape) === kind).map(({ id }) => id);
  return { member: exclusive("member"), target: exclusive("target") };
}

const exclusivity = (definition: Shape) => trait(definition, traitTrait)?.structurallyExclusive;
