import type { Options } from "rehype-sanitize";
import { meaningfulTags } from "../../../print/html-tags.js";

/**
 * The allowed content of model text: structure and emphasis, without ids, classes, styles, images
 * and event handlers. Links may point to http, https and mailto only.
 */
export const sanitizeSchema: Options = {
  tagNames: [...meaningfulTags],
  attributes: {
    a: ["href"],
    code: [["className", /^language-[a-z0-9+#-]{1,20}$/]],
    ol: ["start"],
    td: ["colSpan", "rowSpan"],
    th: ["colSpan", "rowSpan"],
  },
  protocols: { href: ["http", "https", "mailto"] },
  required: {},
  strip: [],
  ancestors: {
    li: ["ol", "ul"],
    tbody: ["table"],
    td: ["table"],
    th: ["table"],
    thead: ["table"],
    tfoot: ["table"],
    tr: ["table"],
    caption: ["table"],
    dt: ["dl"],
    dd: ["dl"],
  },
  clobberPrefix: "",
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};
