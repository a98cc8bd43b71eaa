import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { generate } from "../generate.js";
import { modelPath } from "./generated-service.js";

/** A running command and the data of its first line with `--json`. */
export interface StartedCommand {
  readonly url: string;
  /** The variables that direct clients to the server. */
  readonly environment: Readonly<Record<string, string>>;
  /** Sends JSON to the control API and returns its response. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** Generates the mock server of a model and returns the file of its command. */
export async function buildMockCommand(name: string, model: string): Promise<string> {
  const types = `@interop/${name}-types`;
  const folder = await generate({
    name: `interop/${name}`,
    sources: [modelPath(model)],
    packages: { types, "mock-server": `@interop/${name}-mock-server` },
  });
  const source = (path: string): string => join(folder, path);
  const outfile = source("command.mjs");
  await build({
    entryPoints: [source("mock-server/src/bin.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: {
      [`${types}/schemas`]: source("types/src/schemas.ts"),
      [`${types}/constraints`]: source("types/src/constraints.ts"),
      [types]: source("types/src/index.ts"),
    },
    external: ["@tinsmith/*", "@smithy/*"],
    logLevel: "error",
  });
  return outfile;
}

/**
 * Starts a command and waits until it listens.
 *
 * @param environment - additional environment variables of the command
 * @throws Error with the first line of output if the command does not start
 */
export async function startCommand(
  file: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedCommand> {
  const child = spawn(process.execPath, [file, "--json", "--quiet", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...environment },
  });
  const closed = once(child, "close");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value = "{}" } = await lines.next();
  const started: { event?: string; url: string; environment: Record<string, string> } =
    JSON.parse(value);
  if (started.event !== "started") throw new Error(`The mock server did not start: ${value}`);
  const { url } = started;
  return {
    url,
    environment: started.environment,
    control: async (method, path, body) => {
      const response = await fetch(`${url}/_mock${path}`, {
        method,
        ...(body !== undefined && {
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === "" ? undefined : JSON.parse(text);
    },
    stop: async () => {
      child.kill("SIGTERM");
      await closed;
    },
  };
}
