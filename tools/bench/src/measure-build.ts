import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { timeProgram } from "./child.js";
import type { ProcessTime } from "./child.js";
import { median } from "./statistics.js";
import type { Row, Table } from "./table.js";

const require = createRequire(import.meta.url);

/** Returns the path of the built `tinsmith` command. */
export function programPath(): string {
  const manifestPath = require.resolve("tinsmith/package.json");
  const { bin }: { bin: Record<string, string> } = require(manifestPath);
  return join(dirname(manifestPath), bin["tinsmith"] ?? "");
}

/** Measures whole processes, from start to exit, on a copy of `model/` and its outputs. */
export function measureBuild(rounds: number): Table {
  const program = programPath();
  const model = dirname(require.resolve("@marketplace-metering/model/package.json"));
  const samples = new Map<string, ProcessTime[]>();
  const add = (name: string, time: ProcessTime) => {
    samples.set(name, [...(samples.get(name) ?? []), time]);
  };
  for (let round = 0; round < rounds; round++) {
    const folder = mkdtempSync(join(tmpdir(), "tinsmith-bench-"));
    const cwd = join(folder, "model");
    try {
      cpSync(model, cwd, { recursive: true, filter: (path) => !path.includes("node_modules") });
      // The cache of builds needs this folder.
      mkdirSync(join(cwd, "node_modules"));
      add("`node` with an empty program", timeProgram(["-e", "0"], cwd));
      add("`tinsmith validate`", timeProgram([program, "validate"], cwd));
      add("`tinsmith build`, first build", timeProgram([program, "build"], cwd));
      add("`tinsmith build`, no changes", timeProgram([program, "build"], cwd));
      add("`tinsmith build --check`", timeProgram([program, "build", "--check"], cwd));
      add("`tinsmith build --no-cache`", timeProgram([program, "build", "--no-cache"], cwd));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const middle = (times: readonly ProcessTime[], key: keyof ProcessTime) =>
    `${median(times.map((time) => time[key])).toFixed(0)} ms`;
  const rows: Row[] = [...samples].map(([name, times]) => [
    name,
    middle(times, "wall"),
    middle(times, "cpu"),
  ]);
  return { title: "Build", head: ["whole process", "wall clock", "CPU"], rows };
}
