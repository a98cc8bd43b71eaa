import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { workspaceRoot } from "../workspace.js";

/** A registry on loopback. */
export interface LocalRegistry {
  readonly url: string;
  /** Writes an `.npmrc` to a folder, so that npm and pnpm use the registry there. */
  use(folder: string): void;
  /** The additional environment variables that commands need. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts a registry that stores published packages in a folder. */
export async function startRegistry(folder: string): Promise<LocalRegistry> {
  const program = join(workspaceRoot, "tools/release/registry.mjs");
  const child = spawn(process.execPath, [program, folder], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, TINSMITH_REGISTRY_FOLLOWS: "stdin" },
  });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (log += text));
  const failed = once(child, "exit").then(() => {
    throw new Error(`The registry ended:\n${log}`);
  });
  const [url]: string[] = await Promise.race([
    once(createInterface({ input: child.stdout }), "line"),
    failed,
  ]);
  if (url === undefined) throw new Error("The registry has no address.");
  failed.catch(() => undefined);
  return {
    url,
    env: { npm_config_registry: url, pnpm_config_registry: url },
    use: (path) =>
      writeFileSync(
        join(path, ".npmrc"),
        `registry=${url}\n${url.replace(/^http:/, "")}:_authToken=rehearsal\n`,
      ),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}
