import { readFileSync } from "node:fs";

/** A block of code in a Markdown file. */
export interface CodeBlock {
  readonly language: string;
  /** The file that it is, where its first line is a comment with a name: `// report-usage.ts`. */
  readonly file: string | undefined;
  readonly text: string;
}

/** The blocks of code in a Markdown file, in their order. */
export function readmeBlocks(path: string): readonly CodeBlock[] {
  const markdown = readFileSync(path, "utf8");
  return Array.from(
    markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms),
    ([, language = "", text = ""]) => ({
      language,
      file: /^(?:\/\/|#) ([\w-]+(?:\.\w+)+)\n/.exec(text)?.[1],
      text,
    }),
  );
}
