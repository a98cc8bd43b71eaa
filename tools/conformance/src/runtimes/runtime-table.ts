import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { workspaceRoot } from "../workspace.js";

/** The result of a runtime, which is one line of the document. */
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

React Native is a context with the globals of its version 0.76 and its \`fetch\`, not its engine; [packed.md](packed.md) shows that Metro bundles the client. It lacks what a client needs, so an application adds:

- \`import "react-native-url-polyfill/auto"\` and \`import "fast-text-encoding"\`, before the client,
- \`import "react-native-get-random-values"\`, before the client, for clients of AWS services and for idempotency tokens,
- for AWS signatures, the option \`sha256: Sha256Js\`, with \`import { Sha256Js } from "@smithy/core/checksum"\`.

Without them, the message of the error names what to add. Streams of events need streams in \`fetch\`, which React Native does not have.
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
