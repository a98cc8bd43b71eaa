import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The path of a built file of `src/children`. */
export function childPath(name: string): string {
  return fileURLToPath(new URL(`./children/${name}.js`, import.meta.url));
}

const environment = { ...process.env, NODE_NO_WARNINGS: "1", NODE_OPTIONS: "" };

/** Runs a child to its end and returns the number that it printed. */
export function numberFrom(name: string, ...args: readonly string[]): number {
  const command = ["--expose-gc", childPath(name), ...args];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    env: environment,
  });
  const value = Number.parseFloat(stdout);
  if (status !== 0 || Number.isNaN(value)) throw new Error(`${name} ${args.join(" ")}: ${stderr}`);
  return value;
}

/** The time that a process took, in milliseconds. */
export interface ProcessTime {
  /** The time from the start of the process to its exit. */
  readonly wall: number;
  /** CPU time of all its threads. */
  readonly cpu: number;
}

/** Runs a Node program to its end and returns the time that it took. Throws if it fails. */
export function timeProgram(args: readonly string[], cwd: string): ProcessTime {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-bench-cpu-"));
  const report = join(folder, "cpu");
  try {
    const preload = ["--import", pathToFileURL(childPath("report-cpu")).href];
    const started = performance.now();
    const { status, stderr, stdout } = spawnSync(process.execPath, [...preload, ...args], {
      cwd,
      encoding: "utf8",
      env: { ...environment, BENCH_CPU_REPORT: report },
    });
    const wall = performance.now() - started;
    if (status !== 0)
      throw new Error(`node ${args.join(" ")} exited with ${status}: ${stderr}${stdout}`);
    return { wall, cpu: Number.parseFloat(readFileSync(report, "utf8")) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The resources that a server has used so far. */
export interface Usage {
  /** CPU time of all threads, in microseconds. */
  readonly cpu: number;
  /** The size of the live heap after a collection, in bytes. */
  readonly heap: number;
}

/**
 * A child process with a server. The process prints its address first, and its usage for each line
 * of input.
 */
export interface Server {
  readonly url: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** @param args - further arguments of the child */
export async function startServer(kind: string, ...args: readonly string[]): Promise<Server> {
  const command = [process.execPath, "--expose-gc", childPath("server"), kind, ...args];
  const [file = "", ...words] = [...serverCore(), ...command];
  const child = spawn(file, words, {
    stdio: ["pipe", "pipe", "inherit"],
    env: environment,
  });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true || typeof value !== "string")
      throw new Error(`The ${kind} server ended early.`);
    return value;
  };
  const url = await next();
  return {
    url,
    async usage() {
      child.stdin.write("usage\n");
      return JSON.parse(await next());
    },
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}

/**
 * Pins this process, which sends the load, to a core. Returns the command that pins a server to
 * another core. The command is empty on a machine with one core, or without `taskset`.
 */
function serverCore(): readonly string[] {
  if (availableParallelism() < 2 && !isPinned) return [];
  const { status } = spawnSync("taskset", ["-a", "-p", "-c", "1", String(process.pid)], {
    stdio: "ignore",
  });
  isPinned = status === 0;
  return isPinned ? ["taskset", "-c", "0"] : [];
}

/** Stored, because `availableParallelism` is 1 after this process is pinned. */
let isPinned = false;
