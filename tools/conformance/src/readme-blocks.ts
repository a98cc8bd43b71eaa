import { readFileSync } from "node:fs";

/** A block of code in a Markdown file. */
export interface CodeBlock {
  readonly language: string;
  /**
   * The name of the file, if the first line of the block is a comment with a file name: `//
   * report-usage.ts`.
   */
  readonly file: string | undefined;
  readonly text: string;
}

/** Lists the code blocks of a Markdown file, in order. */
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
