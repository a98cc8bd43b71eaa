import { hasTrait, trait, xmlFlattenedTrait, xmlNameTrait } from "../../traits/index.js";
import { warning } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

const noEffect = warning(
  "XmlFlattenedTrait",
  (args: { listMember: string; member: string; name: string }) =>
    `Member is \`@xmlFlattened\`, so \`@xmlName\` of target's member (\`${args.listMember}\`) has no effect. The flattened list elements will have the name of this member - \`${args.member}\`. If this is unintended, you can add \`@xmlName("${args.name}")\` to this member.`,
);

/** A flattened list takes its name from the member that flattens it. */
export const xmlFlattened: Rule = {
  name: "XmlFlattenedTrait",
  *check({ model }) {
    for (const member of model.shapesOfType("member")) {
      if (!hasTrait(member, xmlFlattenedTrait)) continue;
      const target = model.getShape(member.target);
      if (target?.type !== "list" || hasTrait(member, xmlNameTrait)) continue;
      const name = trait(target.member, xmlNameTrait);
      if (name === undefined || name === member.name) continue;
      yield noEffect({ listMember: target.member.id, member: member.name, name }, at(member));
    }
  },
};
