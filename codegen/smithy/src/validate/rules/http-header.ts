import { httpHeaderTrait, trait } from "../../traits/index.js";
import { danger, error } from "../event.js";
import { groupBy } from "../group-by.js";
import { at, atTrait } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked } from "../shape-text.js";

const messages = {
  conflict: error(
    "HttpHeaderTrait",
    (args: { header: string; members: readonly string[] }) =>
      `\`httpHeader\` field name binding conflicts found for the \`${args.header}\` header in the following structure members: ${ticked(args.members)}`,
  ),
  reserved: danger(
    "HttpHeaderTrait",
    (args: { header: string }) => `\`${args.header}\` is not an allowed HTTP header binding`,
  ),
  invalid: danger(
    "HttpHeaderTrait",
    (args: { header: string }) =>
      `\`${args.header}\` is not a valid HTTP header field name according to section 5.6.2 of RFC 9110`,
  ),
} as const;

/** Headers that are reserved for HTTP, authentication or the transport of the message. */
const reserved = new Set([
  "authorization",
  "connection",
  "content-length",
  "expect",
  "host",
  "max-forwards",
  "proxy-authenticate",
  "server",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "user-agent",
  "www-authenticate",
  "x-forwarded-for",
]);

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Header names are valid, and unique in a structure. */
export const httpHeader: Rule = {
  name: "HttpHeaderTrait",
  *check({ subjects }) {
    for (const shape of subjects) {
      if (shape.type !== "structure") continue;
      const bound = [...shape.members.values()].flatMap((member) => {
        const header = trait(member, httpHeaderTrait);
        return header === undefined ? [] : [{ member, header }];
      });
      for (const { member, header } of bound) {
        if (reserved.has(header.toLowerCase()))
          yield messages.reserved({ header }, atTrait(member, httpHeaderTrait));
        else if (!token.test(header))
          yield messages.invalid({ header }, atTrait(member, httpHeaderTrait));
      }
      for (const [header, group] of groupBy(bound, (one) => one.header.toLowerCase())) {
        if (group.length < 2) continue;
        const members = group.map(({ member }) => member.name);
        yield messages.conflict({ header, members }, at(shape));
      }
    }
  },
};
