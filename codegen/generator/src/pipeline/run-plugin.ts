import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { printJson, serializeAst } from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";
import * as v from "valibot";
import type { OutputFile } from "../output/output-tree.js";
import type { BuildCache } from "../project/build-cache.js";
import { messages, reasonOf } from "../project/build-messages.js";
import type { Environment } from "../project/environment.js";
import { planFiles } from "./output-files.js";
import type { FilesResult } from "./output-files.js";

/**
 * The options of the plugin `run` (https://smithy.io/2.0/guides/smithy-build-json.html#run-plugin).
 */
export const runOptions = v.strictObject({
  /** The program and its arguments. */
  command: v.pipe(v.array(v.string()), v.minLength(1)),
  /** Variables for the program, over those of this process. */
  env: v.optional(v.record(v.string(), v.string()), {}),
  /** Whether the model that the program gets holds the prelude and the trait libraries. */
  sendPrelude: v.optional(v.boolean(), false),
  /** Seconds after which the program is ended. */
  timeout: v.optional(v.pipe(v.number(), v.minValue(0.001), v.maxValue(2_000_000)), 600),
  /** Where the files go, relative to the configuration. */
  output: v.optional(v.string()),
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
  /** Where the build was started, absolute. */
  readonly root: string;
  readonly environment: Environment;
  /** Ends the program. */
  readonly signal: AbortSignal | undefined;
  /** The place of the plugin in the configuration. */
  readonly place: Parameters<typeof messages.runFailed>[2];
}

/**
 * Runs a program with the JSON AST of a projection on its standard input. It works in an empty
 * folder of its own; what it leaves there becomes the plugin's output, compared and written like
 * that of any target: not at all with `check`, and not where the program fails.
 */
export async function runPlugin(plugin: RunPlugin, context: RunContext): Promise<FilesResult> {
  const { options, key, projection, artifact } = plugin;
  const fail = (reason: string, output?: string): FilesResult => ({
    diagnostics: [messages.runFailed(key, reason, context.place, output)],
  });
  const folder = await mkdtemp(join(tmpdir(), "tinsmith-run-"));
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
    return fail(reasonOf(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A program beside where the build was started, or else one of the search path. */
async function findProgram(program: string, root: string): Promise<string> {
  const beside = resolve(root, program);
  const found = await stat(beside).catch(() => undefined);
  return found?.isFile() === true ? beside : program;
}

interface Outcome {
  readonly failure: string | undefined;
  /** The end of what the program had to say. */
  readonly output: string;
}

interface Execution {
  readonly folder: string;
  readonly input: string;
  readonly environment: Environment;
  /** In seconds. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

/** How long a program that is asked to end has before it is ended. */
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
      // A group of its own, so that what the program starts ends with it.
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
        // What has left the group may hold the streams open.
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
    // A program may leave without having read everything.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    const said = () => errors.text() || output.text();
    child.on("error", (error) => finish({ failure: reasonOf(error), output: said() }));
    child.on("close", (code, by) => {
      const problem =
        code === 0 ? undefined : code === null ? `it was ended by ${by}` : `exit code ${code}`;
      finish({ failure: ended ?? problem, output: said() });
    });
  });
}

const cancelled = "the build was cancelled";

/** Windows has no groups of processes. */
const canEndGroups = process.platform !== "win32";

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (canEndGroups && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended by itself.
  }
}

/** The last lines of a stream; whatever it is, no more than this is kept. */
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
