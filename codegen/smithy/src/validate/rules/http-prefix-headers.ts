import { httpHeaderTrait, httpPrefixHeadersTrait, trait } from "../../traits/index.js";
import { error, note } from "../event.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

interface Conflict {
  readonly header: string;
  readonly prefix: string;
  readonly member: string;
}

const binding = ({ header, member, prefix }: Conflict) =>
  `\`httpHeader\` binding of \`${header}\` conflicts with the \`httpPrefixHeaders\` binding of \`${member}\` to \`${prefix}\`.`;

const messages = {
  conflict: error(
    "HttpPrefixHeadersTrait",
    (args: Conflict) =>
      `${binding(args)} \`httpHeader\` bindings must not case-insensitively start with any \`httpPrefixHeaders\` bindings.`,
  ),
  empty: note(
    "HttpPrefixHeadersTrait",
    (args: Conflict) =>
      `${binding(args)} The service will not be able to disambiguate between header parameters intended for the \`${args.member}\` member and those explicitly bound to the \`httpHeader\` members.`,
  ),
} as const;

/** No header begins with the prefix of a member that collects headers by prefix. */
export const httpPrefixHeaders: Rule = {
  name: "HttpPrefixHeadersTrait",
  *check({ subjects }) {
    for (const shape of subjects) {
      if (shape.type !== "structure") continue;
      const members = [...shape.members.values()];
      for (const taker of members) {
        const prefix = trait(taker, httpPrefixHeadersTrait);
        if (prefix === undefined) continue;
        for (const member of members) {
          const header = trait(member, httpHeaderTrait);
          if (header === undefined) continue;
          if (!header.toLowerCase().startsWith(prefix.toLowerCase())) continue;
          const args = {
            header: header.toLowerCase(),
            prefix: prefix.toLowerCase(),
            member: taker.id,
          };
          yield prefix === ""
            ? messages.empty(args, atTrait(member, httpHeaderTrait))
            : messages.conflict(args, atTrait(member, httpHeaderTrait));
        }
      }
    }
  },
};
