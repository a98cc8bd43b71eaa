import type { MemberShape } from "../../model/model.js";
import { jsonNameTrait, trait } from "../../traits/index.js";
import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import { groupBy } from "../group-by.js";

const conflict = error(
  "JsonName",
  (args: { name: string; members: readonly string[] }) =>
    `This shape contains members with conflicting JSON names that resolve to '${args.name}': ${[...args.members].sort().join(", ")}`,
);

/** JSON names are unique within a shape. */
export const jsonName: Rule = {
  name: "JsonName",
  *check({ subjects }) {
    for (const shape of subjects) {
      if (shape.type !== "structure" && shape.type !== "union") continue;
      for (const [name, members] of groupBy(shape.members.values(), nameInJson)) {
        if (members.length < 2) continue;
        yield conflict({ name, members: members.map((member) => member.name) }, at(shape));
      }
    }
  },
};

const nameInJson = (member: MemberShape): string => trait(member, jsonNameTrait) ?? member.name;
