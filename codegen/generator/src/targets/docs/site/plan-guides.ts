/** A guide: a Markdown file beside the model. */
export interface Guide {
  /** The page: `guides/first-call.html`. */
  readonly page: string;
  /** The first heading, or else a title made from the name of the file. */
  readonly title: string;
  /** The text below the first heading. */
  readonly markdown: string;
  /** The path of the file from the configuration. */
  readonly file: string;
  /** The words above the title. Default: Guide. */
  readonly kicker?: string | undefined;
}

/**
 * Returns the Markdown files as guides, in the order of their paths. A number at the beginning of a
 * name orders the files and is not part of the page's path.
 *
 * @throws Error if two files would be the same page
 */
export function planGuides(files: ReadonlyMap<string, string>): readonly Guide[] {
  const guides = [...files]
    .filter(([path]) => path.endsWith(".md"))
    .map(([path, text]): Guide => {
      const name = nameOf(path);
      const heading = /^# (.+)\n?/m.exec(text.replaceAll("\r\n", "\n"));
      const title = heading?.[1]?.replaceAll("`", "").trim() ?? inWords(name);
      const markdown = heading ? text.replace(heading[0], "") : text;
      return { page: `guides/${name}.html`, title, markdown, file: path };
    });
  const seen = new Map<string, string>();
  for (const { page, file } of guides) {
    const other = seen.get(page);
    if (other !== undefined)
      throw new Error(`The guides ${other} and ${file} have the same page, ${page}.`);
    seen.set(page, file);
  }
  return guides;
}

function nameOf(path: string): string {
  const file = path.slice(path.lastIndexOf("/") + 1, -".md".length);
  return (
    file
      .replace(/^\d+[-_. ]*/, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "guide"
  );
}

function inWords(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns the anchor of a heading: its words. */
export function headingId(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return words === "" ? "section" : words;
}
