import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { workspaceRoot } from "../workspace.js";

/** The result of a runtime: a line of the document. */
export interface RuntimeResult {
  readonly runtime: string;
  readonly version: string;
  readonly result: string;
}

const head = `# Runtimes

The Metering client and its mock server, installed from packed tarballs, call each other in these runtimes: keys from the default credential chain, a call, an error of the service, a batch, and a check of what the server received. \`pnpm test:matrix\` writes this page.

`;

const tail = `
In the \`jsdom\` of jest, the library that verifies signatures in the mock server does not load, because the environment hides \`TextEncoder\`; without \`verifySignatures\`, the server works there. A worker has no server: workerd calls a mock server outside.
`;

/** Writes the document with the results of all runtimes. */
export function writeRuntimeTable(results: readonly RuntimeResult[]): void {
  const rows = [
    ["runtime", "version", "result"],
    ...results.map(({ runtime, version, result }) => [runtime, version, result]),
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const [title = "", ...lines] = rows.map((row) =>
    line(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))),
  );
  const rule = line(widths.map((width) => "-".repeat(width)));
  const text = [title, rule, ...lines].join("\n");
  writeFileSync(join(workspaceRoot, "docs/runtimes.md"), `${head}${text}\n${tail}`);
}
