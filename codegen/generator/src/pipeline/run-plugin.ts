import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { printJson, serializeAst } from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";
import * as v from "valibot";
import type { OutputFile } from "../output/output-tree.js";
import type { BuildCache } from "../project/build-cache.js";
import { described } from "../option-text.js";
import { outputOption } from "../project/build-config.js";
import { messages } from "../project/build-messages.js";
import type { Environment } from "../project/environment.js";
import { makeStagingFolder } from "../output/staging-folder.js";
import { planFiles } from "./output-files.js";
import type { FilesResult } from "./output-files.js";
import { describeFileError } from "../output/file-error.js";

/**
 * The options of the plugin `run` (https://smithy.io/2.0/guides/smithy-build-json.html#run-plugin).
 */
export const runOptions = v.strictObject({
  command: described(
    v.pipe(v.array(v.string()), v.minLength(1)),
    "The program and its arguments. It receives the JSON AST on its standard input.",
  ),
  env: v.optional(
    described(
      v.record(v.string(), v.string()),
      "Variables for the program, over those of this process.",
    ),
    {},
  ),
  sendPrelude: v.optional(
    described(
      v.boolean(),
      "Includes the prelude and the trait libraries in the model that the program receives.",
    ),
    false,
  ),
  timeout: v.optional(
    described(
      v.pipe(v.number(), v.minValue(0.001), v.maxValue(2_000_000)),
      "The time limit of the program in seconds.",
    ),
    600,
  ),
  output: outputOption,
});

/** A use of the plugin `run` in a projection. */
export interface RunPlugin {
  /** The key in `plugins`: `run::name`. */
  readonly key: string;
  readonly artifact: string;
  readonly projection: string;
  readonly options: v.InferOutput<typeof runOptions>;
  /** Absolute. */
  readonly output: string;
}

export interface RunContext {
  readonly model: Model;
  readonly cache: BuildCache;
  /** The absolute path of the folder in which the build was started. */
  readonly root: string;
  readonly environment: Environment;
  /** Terminates the program when aborted. */
  readonly signal: AbortSignal | undefined;
  /** The location of the plugin in the configuration. */
  readonly place: Parameters<typeof messages.runFailed>[2];
}

/**
 * Runs a program with the JSON AST of a projection on its standard input, in an empty temporary
 * folder. The files that it creates there are the output of the plugin. They are compared and
 * written like those of any target. Nothing is written with `check`, or if the program fails.
 */
export async function runPlugin(plugin: RunPlugin, context: RunContext): Promise<FilesResult> {
  const { options, key, projection, artifact } = plugin;
  const fail = (reason: string, output?: string): FilesResult => ({
    diagnostics: [messages.runFailed(key, reason, context.place, output)],
  });
  const folder = await makeStagingFolder(tmpdir());
  try {
    const ast = serializeAst(context.model, { includeLibraries: options.sendPrelude });
    const [program = "", ...args] = options.command;
    const outcome = await execute(await findProgram(program, context.root), args, {
      folder,
      input: printJson(ast),
      timeout: options.timeout,
      signal: context.signal,
      environment: {
        ...context.environment,
        SMITHY_ROOT_DIR: context.root,
        SMITHY_PLUGIN_DIR: folder,
        SMITHY_PROJECTION_NAME: projection,
        SMITHY_ARTIFACT_NAME: artifact,
        SMITHY_INCLUDES_PRELUDE: String(options.sendPrelude),
        ...options.env,
      },
    });
    if (outcome.failure !== undefined) return fail(outcome.failure, outcome.output);
    return await planFiles(key, plugin.output, await readOutput(folder), context.cache);
  } catch (error) {
    return fail(describeFileError(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Finds a program relative to the folder in which the build was started, or in the search path. */
async function findProgram(program: string, root: string): Promise<string> {
  const beside = resolve(root, program);
  const found = await stat(beside).catch(() => undefined);
  return found?.isFile() === true ? beside : program;
}

interface Outcome {
  readonly failure: string | undefined;
  /** The end of the program's output. */
  readonly output: string;
}

interface Execution {
  readonly folder: string;
  readonly input: string;
  readonly environment: Environment;
  /** The timeout in seconds. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

/** The time between the request to terminate and the kill. */
const graceMs = 2000;

function execute(
  program: string,
  args: readonly string[],
  { folder, input, environment, timeout, signal }: Execution,
): Promise<Outcome> {
  if (signal?.aborted === true) return Promise.resolve({ failure: cancelled, output: "" });
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: environment,
      stdio: ["pipe", "pipe", "pipe"],
      // A separate process group, so that child processes of the program end with it.
      detached: canEndGroups,
    });
    let ended: string | undefined;
    let insist: NodeJS.Timeout | undefined;
    const end = (reason: string): void => {
      if (ended !== undefined) return;
      ended = reason;
      endGroup(child, "SIGTERM");
      insist = setTimeout(() => {
        endGroup(child, "SIGKILL");
        // Processes that left the group may keep the streams open.
        for (const stream of [child.stdout, child.stderr]) stream.destroy();
      }, graceMs);
    };
    const cancel = (): void => end(cancelled);
    signal?.addEventListener("abort", cancel, { once: true });
    const timer = setTimeout(() => end(`it took longer than ${timeout} s`), timeout * 1000);
    const finish = (outcome: Outcome): void => {
      clearTimeout(timer);
      clearTimeout(insist);
      signal?.removeEventListener("abort", cancel);
      done(outcome);
    };
    const errors = new Tail();
    const output = new Tail();
    child.stderr.on("data", (chunk: Buffer) => errors.add(chunk));
    child.stdout.on("data", (chunk: Buffer) => output.add(chunk));
    // A program may exit without reading all of its input.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    const lastOutput = () => errors.text() || output.text();
    child.on("error", (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === "ENOENT";
      const failure = isMissing ? "the program is not found" : describeFileError(error);
      finish({ failure, output: lastOutput() });
    });
    child.on("close", (code, by) => {
      const problem =
        code === 0 ? undefined : code === null ? `it was terminated by ${by}` : `exit code ${code}`;
      finish({ failure: ended ?? problem, output: lastOutput() });
    });
  });
}

const cancelled = "the build was canceled";

/** False on Windows, which has no process groups. */
const canEndGroups = process.platform !== "win32";

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (canEndGroups && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // The process has already exited.
  }
}

/** Keeps the last lines of a stream, with a limited size. */
class Tail {
  static readonly #bytes = 8192;
  static readonly #lines = 20;
  #kept: Buffer = Buffer.alloc(0);

  add(chunk: Buffer): void {
    this.#kept = Buffer.concat([this.#kept, chunk]).subarray(-Tail.#bytes);
  }

  text(): string {
    return this.#kept.toString("utf8").trim().split(/\r?\n/).slice(-Tail.#lines).join("\n");
  }
}

async function readOutput(folder: string): Promise<readonly OutputFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({ path, content: await readFile(join(folder, path)) })),
  );
}
