import { trait, xmlNamespaceTrait } from "../../traits/index.js";
import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";

const invalid = error(
  "XmlNamespaceTrait",
  (args: { uri: string }) => `@xmlNamespace \`uri\` is not a valid URI: ${args.uri}`,
);

/** The characters that RFC 3986 allows in a URI reference. */
const pattern = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;

/** XML namespaces are URIs. */
export const xmlNamespace: Rule = {
  name: "XmlNamespaceTrait",
  *check({ subjects }) {
    for (const shape of subjects) {
      const uri = trait(shape, xmlNamespaceTrait)?.uri;
      if (uri !== undefined && uri !== "" && !pattern.test(uri)) yield invalid({ uri }, at(shape));
    }
  },
};
