import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { programPath } from "./measure-build.js";
import { median } from "./statistics.js";
import type { Table } from "./table.js";

const require = createRequire(import.meta.url);

/**
 * Measures `tinsmith build --watch` on a copy of `model/` with five targets. The measured time
 * starts when an edit is saved and ends when a line reports that everything is written. The first
 * edit of the process is measured separately from later edits.
 */
export async function measureWatch(rounds: number): Promise<Table> {
  const model = dirname(require.resolve("@marketplace-metering/model/package.json"));
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-bench-watch-"));
  const cwd = join(folder, "model");
  cpSync(model, cwd, { recursive: true, filter: (path) => !path.includes("node_modules") });
  const child = spawn(process.execPath, [programPath(), "build", "--watch"], {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  let written = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (written += text));
  const seen = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(written)) await once(child.stderr, "data");
  };
  const edit = async (file: string, from: RegExp, to: string): Promise<number> => {
    const path = join(cwd, file);
    const text = readFileSync(path, "utf8").replace(from, to);
    written = "";
    const start = performance.now();
    writeFileSync(path, text);
    await seen(/files? changed/);
    return performance.now() - start;
  };
  try {
    await seen(/watching for changes/);
    const documentation: number[] = [];
    const member: number[] = [];
    for (let round = 0; round < Math.max(rounds, 5); round++) {
      documentation.push(
        await edit(
          "service.smithy",
          /\/\/\/ Reports what the buyers.*\n/,
          `/// Reports what the buyers of product ${round} have used, so\n`,
        ),
      );
      member.push(
        await edit(
          "errors.smithy",
          /structure ThrottlingException \{/,
          `$&\n    extra${round}: String\n`,
        ),
      );
    }
    const row = (name: string, times: readonly number[]) => [
      name,
      `${(times[0] ?? 0).toFixed(0)} ms`,
      `${median(times.slice(1)).toFixed(0)} ms`,
    ];
    return {
      title: "Watch: from save to written files, five targets",
      head: ["edit", "first", "median of the others"],
      rows: [
        row("documentation of the service", documentation),
        row("a new member of an error", member),
      ],
    };
  } finally {
    child.kill();
    await once(child, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}
