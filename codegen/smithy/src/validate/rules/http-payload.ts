import type { StructureShape } from "../../model/model.js";
import { errorTrait, hasTrait, httpTrait } from "../../traits/index.js";
import { error } from "../event.js";
import { payloadMember, unboundMembers } from "../http-bindings.js";
import type { HttpMessageKind } from "../http-bindings.js";
import { structureOf } from "../identifier-bindings.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked } from "../shape-text.js";

const unbound = error(
  "HttpPayload",
  (args: { members: readonly string[] }) =>
    `A member of this structure is marked with the \`httpPayload\` trait, but the following structure members are not explicitly bound to the HTTP message: ${ticked(args.members)}`,
);

/** If a member is the payload, all others are bound to other parts of the message. */
export const httpPayload: Rule = {
  name: "HttpPayload",
  *check({ model }) {
    const found: (readonly [StructureShape | undefined, HttpMessageKind])[] = [];
    for (const operation of model.shapesOfType("operation")) {
      if (!hasTrait(operation, httpTrait)) continue;
      found.push([structureOf(model.getShape(operation.input)), "request"]);
      found.push([structureOf(model.getShape(operation.output)), "response"]);
    }
    for (const shape of model.shapesOfType("structure")) {
      if (hasTrait(shape, errorTrait)) found.push([shape, "response"]);
    }
    const reported = new Set<string>();
    for (const [structure, kind] of found) {
      if (!structure || !payloadMember(structure)) continue;
      const members = unboundMembers(structure, kind).map(({ name }) => name);
      const key = `${structure.id} ${members.join()}`;
      if (members.length === 0 || reported.has(key)) continue;
      reported.add(key);
      yield unbound({ members }, at(structure));
    }
  },
};
