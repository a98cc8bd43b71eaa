import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { compiledFolder } from "./compile-programs.js";
import { placeInGuide } from "./guide-programs.js";
import type { GuideProgram } from "./guide-programs.js";
import type { ProgramFolder } from "./program-folder.js";

/** A running mock server. */
export interface RunningServer {
  readonly endpoint: string;
  reset(): void;
  close(): Promise<void>;
}

/**
 * Starts the mock server that a module exports.
 *
 * @throws Error if the module is missing or exports none
 */
export async function startServer(module: string, folder: ProgramFolder): Promise<RunningServer> {
  const file = folder.resolve(module);
  if (file === undefined)
    throw new Error(`The mock server ${module} was not found. Build it first`);
  const loaded: unknown = await import(pathToFileURL(file).href);
  const create = (loaded as { readonly createMockServer?: unknown }).createMockServer;
  if (typeof create !== "function") {
    throw new Error(`The module ${module} has no function createMockServer`);
  }
  // The function of every generated mock server.
  const server = (create as () => { listen(): Promise<RunningServer> })();
  return server.listen();
}

/** Reports whether a program is a test. Tests need a test runner, so they are only compiled. */
export const isTest = ({ path }: GuideProgram): boolean => /[.-]test\.ts$/.test(path);

/** The time that a program may take. */
const timeout = 60_000;

/** The number of lines of a failed program's output that are shown. */
const shownLines = 12;

/**
 * Runs compiled programs one after the other. The programs of one guide share the state of the
 * server.
 *
 * @returns the failures, each with the place of its program
 */
export async function runPrograms(
  programs: readonly GuideProgram[],
  folder: ProgramFolder,
  server: RunningServer | undefined,
  cwd: string,
): Promise<readonly string[]> {
  const failures: string[] = [];
  let guide = "";
  for (const program of programs) {
    if (isTest(program)) continue;
    if (program.guide !== guide) server?.reset();
    guide = program.guide;
    const reason = await run(join(folder.path, compiledFolder, toJavaScript(program.path)));
    if (reason !== undefined) failures.push(`${placeInGuide(program, 1, cwd)} ${reason}`);
  }
  return failures;
}

const toJavaScript = (path: string): string => path.replace(/\.ts$/, ".js");

/** Runs a program. Resolves to the reason of its failure, or to `undefined` on success. */
function run(file: string): Promise<string | undefined> {
  // The mock server accepts any credentials, but clients need some.
  const credentials = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
  const options = { env: { AWS_REGION: "us-east-1", ...credentials, ...process.env }, timeout };
  return new Promise((done) => {
    execFile(process.execPath, [file], options, (error, stdout, stderr) => {
      if (error === null) return done(undefined);
      const end = `${stdout}${stderr}`.trimEnd().split("\n").slice(-shownLines);
      const cause = error.killed ? `ran longer than ${timeout / 1000} s` : `failed`;
      return done([cause, ...end].join("\n  "));
    });
  });
}
