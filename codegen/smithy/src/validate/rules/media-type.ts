import { mediaTypeTrait, trait } from "../../traits/index.js";
import { error } from "../event.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const invalid = error(
  "MediaType",
  (args: { value: string }) =>
    `Invalid mediaType value, "${args.value}": it is no media type of RFC 6838`,
);

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const pattern = new RegExp(
  `^${token}/${token}(?:\\s*;\\s*${token}=(?:${token}|"(?:[^"\\\\]|\\\\.)*"))*$`,
);

/** A media type follows RFC 6838. */
export const mediaType: Rule = {
  name: "MediaType",
  *check({ subjects }) {
    for (const shape of subjects) {
      const value = trait(shape, mediaTypeTrait);
      if (value !== undefined && !pattern.test(value))
        yield invalid({ value }, atTrait(shape, mediaTypeTrait));
    }
  },
};
