import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { seed } from "./calls.js";

const script = fileURLToPath(new URL("serve.mjs", import.meta.url));
const built = fileURLToPath(new URL("../../dist/index.js", import.meta.url));

/** A mock server in a separate process. */
export interface ServerProcess {
  readonly url: string;
  /** Kills the process like `kill -9`. */
  kill(): Promise<void>;
}

export async function startProcess(state: string): Promise<ServerProcess> {
  if (!existsSync(built))
    throw new Error(`${built} is missing: build the package before its tests.`);
  const child: ChildProcess = spawn(process.execPath, [script, state], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin?.end(JSON.stringify(seed));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (chunk) => resolve(String(chunk).trim()));
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  return {
    url,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      await exit;
    },
  };
}
