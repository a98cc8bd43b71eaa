import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pc from "picocolors";

import type { Terminal } from "../src/terminal.js";

/** A folder with files. `await using` removes it at the end of the test. */
export async function workspace(files: Readonly<Record<string, string>>) {
  const root = await mkdtemp(join(tmpdir(), "tinsmith-cli-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return {
    root,
    write: (path: string, text: string) => writeFile(join(root, path), text),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

/** A terminal that records its output. */
export function recordingTerminal(cwd: string) {
  const written = { out: "", err: "" };
  const controller = new AbortController();
  const terminal: Terminal = {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    note: (text) => void (written.err += text),
    verbosity: "normal",
    cwd,
    colors: pc.createColors(false),
    interactive: false,
    guard: (work) => work(),
    stopped: controller.signal,
  };
  return { written, terminal, stop: () => controller.abort() };
}

/** A model with one operation, and a configuration that generates its types. */
export const smallProject = {
  "smithy-build.json": JSON.stringify({
    version: "1.0",
    sources: ["main.smithy"],
    plugins: { types: { package: "@example/types", output: "out/types" } },
  }),
  "main.smithy": `$version: "2.0"
namespace example.small

use aws.protocols#awsJson1_1

/// Tells the time.
@awsJson1_1
service Clock {
    version: "2026-01-01"
    operations: [GetTime]
}

operation GetTime {
    output := {
        @required
        now: Timestamp
    }
}
`,
};
