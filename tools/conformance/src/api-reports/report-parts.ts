/** What API Extractor says of one entry, taken apart. */
export interface ReportParts {
  readonly imports: readonly string[];
  /** Declarations with the names that the entry exports. */
  readonly exported: readonly string[];
  /** Declarations that those mention, without being exported. */
  readonly mentioned: readonly string[];
  /** `export * from "…"` of other packages. */
  readonly handedOn: readonly string[];
}

/**
 * Takes a report of API Extractor apart, without its remarks on missing documentation: lint and
 * review hold that, and they would be half of the lines.
 */
export function parseReport(text: string): ReportParts {
  const code = /```ts\n([\s\S]*)```/.exec(text)?.[1] ?? "";
  const lines = code
    .split("\n")
    .filter((line) => !/^\s*\/\/ \((?:undocumented|No @packageDocumentation.*)\)$/.test(line))
    .join("\n");
  const handedOn: string[] = [];
  const rest = lines.replaceAll(/^export \* from "[^"]+";$/gm, (statement) => {
    handedOn.push(statement);
    return "";
  });
  const [head = "", ...declarations] = `\n\n${rest.trim()}`.split(/\n\n(?=\/\/ @[a-z]+\b)/);
  const blocks = declarations.map(withoutTag);
  return {
    imports: head.split("\n").filter((line) => line !== ""),
    exported: blocks.filter(isExported),
    mentioned: blocks.filter((block) => !isExported(block)),
    handedOn,
  };
}

function isExported(declaration: string): boolean {
  return /^export /m.test(declaration);
}

/** Most declarations have no release tag of their own, and API Extractor takes them for public. */
function withoutTag(block: string): string {
  const [first = "", ...others] = block.trim().split("\n");
  const remark = first
    .replace(/^\/\/ (?:@public)?/, "")
    .replace("(undocumented)", "")
    .trim();
  return (remark === "" ? others : [`// ${remark}`, ...others]).join("\n");
}
