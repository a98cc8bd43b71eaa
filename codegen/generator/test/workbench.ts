import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "../src/pipeline/build.js";
import type { BuildOptions, BuildResult } from "../src/pipeline/build.js";

/** A temporary folder that contains a project. */
export interface Workbench {
  readonly root: string;
  write(files: Readonly<Record<string, string | object>>): Promise<void>;
  read(path: string): Promise<string>;
  /** Reads all files below a folder, by path. */
  files(folder?: string): Promise<Record<string, string>>;
  build(options?: Partial<BuildOptions>): Promise<BuildResult>;
  remove(): Promise<void>;
}

export async function createWorkbench(): Promise<Workbench> {
  const root = await mkdtemp(join(tmpdir(), "tinsmith-build-"));
  return {
    root,
    async write(files) {
      for (const [path, content] of Object.entries(files)) {
        const target = join(root, path);
        await mkdir(dirname(target), { recursive: true });
        const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
        await writeFile(target, text);
      }
    },
    read: (path) => readFile(join(root, path), "utf8"),
    async files(folder = ".") {
      const base = join(root, folder);
      const entries = await readdir(base, { recursive: true, withFileTypes: true }).catch(() => []);
      const paths = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      const texts = await Promise.all(
        paths.map(async (path) => [path.slice(base.length + 1), await readFile(path, "utf8")]),
      );
      return Object.fromEntries(texts);
    },
    build: (options = {}) => build({ configPath: "model", cwd: root, ...options }),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Formats the diagnostics, one per line: severity, location, message. */
export function lines(result: BuildResult): readonly string[] {
  return result.diagnostics
    .filter(({ severity }) => severity !== "WARNING" && severity !== "NOTE")
    .map(({ severity, span, message, hint }) => {
      const at = span?.file.positionAt(span.start);
      const place = span && at ? `${span.file.path}:${at.line}:${at.column} ` : "";
      return `${severity} ${place}${message}${hint === undefined ? "" : ` (${hint})`}`;
    });
}

/** Lists the changes, relative to the workbench: `create packages/types/README.md`. */
export function changes(bench: Workbench, result: BuildResult): readonly string[] {
  return result.changes.map(({ kind, path }) => `${kind} ${path.slice(bench.root.length + 1)}`);
}

/** A small project. Its model has two files, and its target is `types`. */
export const library = {
  "model/smithy-build.json": {
    version: "1.0",
    sources: ["."],
    plugins: { types: { package: "@example/types", output: "../packages/types" } },
  },
  "model/package.json": { name: "@example/model", license: "MIT" },
  "model/service.smithy": `$version: "2"

namespace example

use aws.protocols#awsJson1_0

@awsJson1_0
service Library {
    version: "1"
    operations: [Lend]
}
`,
  "model/lend.smithy": `$version: "2"

namespace example

operation Lend {
    input := {
        @required
        book: String
    }
}
`,
};
