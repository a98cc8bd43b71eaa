/**
 * Tags that keep their meaning in model text. `note`, `important` and `fullname` are not HTML, but
 * the documentation of many AWS models uses them; they become asides and strong text.
 */
export const meaningfulTags: ReadonlySet<string> = new Set([
  ..."a b blockquote br caption code dd del dl dt em h1 h2 h3 h4 h5 h6 hr i kbd li ol p pre q s".split(
    " ",
  ),
  ..."samp strong sub sup table tbody td tfoot th thead tr u ul var".split(" "),
  ..."fullname important note".split(" "),
]);

/** HTML tags that only group or style: the tag is removed, its content stays. */
const transparentTags: ReadonlySet<string> = new Set(
  "abbr acronym article aside big center cite details dfn div figcaption figure font footer header ins main mark section small span summary tt".split(
    " ",
  ),
);

/** Block-level tags. Text that starts with one of them is HTML; any other text is CommonMark. */
const blockTags: ReadonlySet<string> = new Set(
  "article aside blockquote div dl fullname h1 h2 h3 h4 h5 h6 hr important note ol p pre section table ul".split(
    " ",
  ),
);

const openingTag = /^\s*<([A-Za-z][A-Za-z0-9]*)(?=[\s/>])/;

/** Reports whether model text is HTML, which is the case if it begins with a block-level tag. */
export function isHtmlText(text: string): boolean {
  const name = openingTag.exec(text)?.[1]?.toLowerCase();
  return name !== undefined && blockTags.has(name);
}

/**
 * Escapes unknown tags (`<region>`, `List<String>`) and active tags (`<script>`, `<iframe>`), so
 * that they appear as the author typed them. It processes source text, because an HTML parser would
 * fold the case of names, close tags that were never opened, and read the rest as part of an open
 * `<script>`.
 */
export function escapeForeignTags(html: string): string {
  return html
    .replace(/<[!?]/g, (opening, offset: number) =>
      html.startsWith("<!--", offset) && html.includes("-->", offset)
        ? opening
        : `&lt;${opening[1]}`,
    )
    .replace(/<(\/?)([A-Za-z][^\s/<>]*)/g, (whole, slash: string, name: string) =>
      isKnown(name) ? whole : `&lt;${slash}${name}`,
    );
}

function isKnown(name: string): boolean {
  const lower = name.toLowerCase();
  return meaningfulTags.has(lower) || transparentTags.has(lower);
}
