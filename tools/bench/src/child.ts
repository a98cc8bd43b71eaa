import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The path of a built file of `src/children`. */
export function childPath(name: string): string {
  return fileURLToPath(new URL(`./children/${name}.js`, import.meta.url));
}

const environment = { ...process.env, NODE_NO_WARNINGS: "1", NODE_OPTIONS: "" };

/** Runs a child to its end and returns the number it printed. */
export function numberFrom(name: string, ...args: readonly string[]): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, [childPath(name), ...args], {
    encoding: "utf8",
    env: environment,
  });
  const value = Number.parseFloat(stdout);
  if (status !== 0 || Number.isNaN(value)) throw new Error(`${name} ${args.join(" ")}: ${stderr}`);
  return value;
}

/** Runs a Node program to its end and returns the milliseconds from start to exit. */
export function timeProgram(
  args: readonly string[],
  cwd: string,
  allowedExits: readonly number[] = [0],
): number {
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    env: environment,
  });
  const elapsed = performance.now() - started;
  if (status === null || !allowedExits.includes(status))
    throw new Error(`node ${args.join(" ")} exited with ${status}: ${stderr}${stdout}`);
  return elapsed;
}

/** A child that serves. It prints its address, and on any line of input the CPU it used so far, in µs. */
export interface Server {
  readonly url: string;
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

export async function startServer(kind: string): Promise<Server> {
  const child = spawn(process.execPath, [childPath("server"), kind], {
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
    async cpu() {
      child.stdin.write("cpu\n");
      return Number.parseFloat(await next());
    },
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
