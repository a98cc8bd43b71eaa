import type { MemberShape, StructureShape } from "../../model/model.js";
import type { NeighborIndex } from "../../select/neighbors.js";
import {
  hasTrait,
  httpHeaderTrait,
  httpLabelTrait,
  httpPayloadTrait,
  httpPrefixHeadersTrait,
  httpQueryParamsTrait,
  httpQueryTrait,
  httpResponseCodeTrait,
  mixinTrait,
} from "../../traits/index.js";
import { warning } from "../event.js";
import { describeContexts } from "../message-contexts.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";
import { idiomatic } from "../shape-text.js";

const name = "HttpBindingTraitIgnored";

const ignored = (where: "Input" | "Output" | "TopLevel") =>
  warning(
    `${name}.${where}`,
    (args: { trait: string; mixed: boolean; contexts: string }) =>
      `The \`${idiomatic(args.trait)}\` trait applied to this${args.mixed ? " mixed in" : ""} member is ignored in ${args.contexts}`,
  );

const messages = {
  Input: ignored("Input"),
  Output: ignored("Output"),
  TopLevel: ignored("TopLevel"),
} as const;

const onlyInput = [httpLabelTrait.id, httpQueryParamsTrait.id, httpQueryTrait.id];
const onlyOutput = [httpResponseCodeTrait.id];
const anyMessage = [httpHeaderTrait.id, httpPayloadTrait.id, httpPrefixHeadersTrait.id];

/** A binding to a part of a message is ignored unless its structure is that message. */
export const httpBindingIgnored: Rule = {
  name,
  *check({ model, neighbors }) {
    for (const structure of model.shapesOfType("structure")) {
      if (hasTrait(structure, mixinTrait)) continue;
      for (const member of structure.members.values()) {
        const [where, trait] = bindingOf(member);
        if (where === undefined) continue;
        const contexts = ignoredContexts(neighbors, structure, counts[where]);
        if (contexts === undefined) continue;
        const args = { trait, mixed: member.mixins.length > 0, contexts };
        yield messages[where](args, atTrait(member, { id: trait }));
      }
    }
  },
};

const counts: Readonly<Record<keyof typeof messages, readonly string[]>> = {
  Input: ["input"],
  Output: ["output"],
  TopLevel: ["input", "output", "error"],
};

function bindingOf({ traits }: MemberShape) {
  const first = (ids: readonly string[]) => ids.find((id) => traits.has(id));
  const [input, output, other] = [first(onlyInput), first(onlyOutput), first(anyMessage)];
  if (input !== undefined) return ["Input", input] as const;
  if (output !== undefined) return ["Output", output] as const;
  return other === undefined ? ([undefined] as const) : (["TopLevel", other] as const);
}

/** Describes where a binding on a member of the structure is ignored; `undefined` if nowhere. */
function ignoredContexts(
  neighbors: NeighborIndex,
  structure: StructureShape,
  counting: readonly string[],
): string | undefined {
  const users = neighbors.backward(structure);
  const without = users.filter(({ relationship }) => !counting.includes(relationship));
  if (without.length === 0) return undefined;
  const kinds = new Set(without.map(({ relationship }) => relationship));
  // As in the reference, which compares the number of kinds of relationships with the number of
  // uses.
  return kinds.size === users.length
    ? "all contexts."
    : `some contexts: ${describeContexts(without)}`;
}
