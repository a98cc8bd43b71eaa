/** The parts of API Extractor's report of an entry. */
export interface ReportParts {
  readonly imports: readonly string[];
  /** Declarations that the entry exports. */
  readonly exported: readonly string[];
  /** Declarations that are not exported, but that exported declarations refer to. */
  readonly mentioned: readonly string[];
  /** Re-exports of other packages: `export * from "…"`. */
  readonly reExports: readonly string[];
}

/**
 * Parses a report of API Extractor. Remarks about missing documentation are omitted, because they
 * would be half of the lines, and lint and review already cover them.
 */
export function parseReport(text: string): ReportParts {
  const code = /```ts\n([\s\S]*)```/.exec(text)?.[1] ?? "";
  const lines = code
    .split("\n")
    .filter((line) => !/^\s*\/\/ \((?:undocumented|No @packageDocumentation.*)\)$/.test(line))
    .join("\n");
  const reExports: string[] = [];
  const rest = lines.replaceAll(/^export \* from "[^"]+";$/gm, (statement) => {
    reExports.push(statement);
    return "";
  });
  const [head = "", ...declarations] = `\n\n${rest.trim()}`.split(/\n\n(?=\/\/ @[a-z]+\b)/);
  const blocks = declarations.map(withoutTag);
  return {
    imports: head.split("\n").filter((line) => line !== ""),
    exported: blocks.filter(isExported),
    mentioned: blocks.filter((block) => !isExported(block)),
    reExports,
  };
}

function isExported(declaration: string): boolean {
  return /^export /m.test(declaration);
}

/** Removes the tag `@public`. API Extractor adds it to declarations without a release tag. */
function withoutTag(block: string): string {
  const [first = "", ...others] = block.trim().split("\n");
  const remark = first
    .replace(/^\/\/ (?:@public)?/, "")
    .replace("(undocumented)", "")
    .trim();
  return (remark === "" ? others : [`// ${remark}`, ...others]).join("\n");
}
