import { printJson } from "../../ast/print-json.js";
import { writtenBox } from "../../model/written-boxes.js";
import { defaultTrait } from "../../traits/index.js";
import { error, note, warning } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

const messages = {
  empty: error("Union", () => "Tagged unions must have one or more members"),
  targetWithDefault: note(
    "Union",
    (args: { target: string; value: string }) =>
      `This union member targets \`${args.target}\`, a shape with a default value of \`${args.value}\`. Note that default values are only applicable to structures and ignored in tagged unions. It is a best practice for union members to target shapes with no default value (for example, instead of targeting PrimitiveInteger, target Integer).`,
  ),
  boxed: warning(
    "Union",
    () =>
      "Invalid box trait found on a union member. The box trait on union members has no effect because union members are implicitly nullable.",
  ),
} as const;

/** A union has at least one member, and its members have no default. */
export const union: Rule = {
  name: "Union",
  *check({ model }) {
    for (const shape of model.shapesOfType("union")) {
      if (shape.members.size === 0) yield messages.empty(undefined, at(shape));
      for (const member of shape.members.values()) {
        const { target } = member;
        const value = model.getShape(target)?.traits.get(defaultTrait.id);
        if (value !== undefined)
          yield messages.targetWithDefault({ target, value: printJson(value, 0) }, at(member));
        const span = writtenBox(member);
        if (span) yield messages.boxed(undefined, { shapeId: member.id, span });
      }
    }
  },
};
