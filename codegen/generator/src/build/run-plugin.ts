import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { printJson, serializeAst } from "@tinsmith/smithy";
import type { Diagnostic, Model } from "@tinsmith/smithy";
import * as v from "valibot";
import { planChanges } from "../output/changes.js";
import type { Change } from "../output/changes.js";
import { collidingPaths, noOwnedFields, pathProblem } from "../output/output-tree.js";
import type { OutputFile } from "../output/output-tree.js";
import { manifestName } from "../output/manifest.js";
import { messages, reasonOf } from "./build-messages.js";
import type { Environment } from "./environment.js";
import { manifestText } from "./prepare-output.js";

/** The options of the plugin `run` (https://smithy.io/2.0/guides/smithy-build-json.html#run-plugin). */
export const runOptions = v.strictObject({
  /** The program and its arguments. */
  command: v.pipe(v.array(v.string()), v.minLength(1)),
  /** Variables for the program, over those of this process. */
  env: v.optional(v.record(v.string(), v.string()), {}),
  /** Whether the model that the program gets holds the prelude and the trait libraries. */
  sendPrelude: v.optional(v.boolean(), false),
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
  /** Where the build was started, absolute. */
  readonly root: string;
  readonly environment: Environment;
  /** The place of the plugin in the configuration. */
  readonly place: Parameters<typeof messages.runFailed>[2];
}

type RunResult =
  | { readonly changes: readonly Change[]; readonly files: number }
  | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Runs a program with the JSON AST of a projection on its standard input. It works in an empty
 * folder of its own; what it leaves there becomes the plugin's output, compared and written like
 * that of any target: not at all with `check`, and not where the program fails.
 */
export async function runPlugin(plugin: RunPlugin, context: RunContext): Promise<RunResult> {
  const { options, key, projection, artifact } = plugin;
  const fail = (reason: string, output?: string): RunResult => ({
    diagnostics: [messages.runFailed(key, reason, context.place, output)],
  });
  const folder = await mkdtemp(join(tmpdir(), "tinsmith-run-"));
  try {
    const ast = serializeAst(context.model, { includeLibraries: options.sendPrelude });
    const [program = "", ...args] = options.command;
    const outcome = await execute(await findProgram(program, context.root), args, {
      folder,
      input: printJson(ast),
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
    const files = await readOutput(folder);
    const problems = pathProblems(key, files);
    if (problems.length > 0) return { diagnostics: problems };
    const changes = await planChanges({
      root: plugin.output,
      folder: ".",
      files,
      tests: [],
      starters: [],
      kept: [],
      manifest: await manifestText({ files, tests: [] }, noOwnedFields),
    });
    return { changes, files: files.length };
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

function execute(
  program: string,
  args: readonly string[],
  options: { readonly folder: string; readonly input: string; readonly environment: Environment },
): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: options.folder,
      env: options.environment,
      stdio: ["pipe", "pipe", "pipe"],
    });
    const errors = new Tail();
    const output = new Tail();
    child.stderr.on("data", (chunk: Buffer) => errors.add(chunk));
    child.stdout.on("data", (chunk: Buffer) => output.add(chunk));
    // A program may leave without having read everything.
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input);
    const said = () => errors.text() || output.text();
    child.on("error", (error) => done({ failure: reasonOf(error), output: said() }));
    child.on("close", (code, signal) => {
      const failure =
        code === 0 ? undefined : code === null ? `it was ended by ${signal}` : `exit code ${code}`;
      done({ failure, output: said() });
    });
  });
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

function pathProblems(key: string, files: readonly OutputFile[]): readonly Diagnostic[] {
  const paths = files.map(({ path }) => path);
  const bad = paths.flatMap((path) => {
    const problem = path === manifestName ? "is the manifest's" : pathProblem(path);
    return problem === undefined ? [] : messages.badPath(key, path, problem, {});
  });
  const colliding = collidingPaths(paths);
  return colliding === undefined ? bad : [...bad, messages.collidingPaths(key, colliding, {})];
}
