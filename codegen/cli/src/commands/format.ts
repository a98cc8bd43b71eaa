import { resolve } from "node:path";
import { replaceFile } from "@tinsmith/codegen/project";
import { formatIdl, haveFailed } from "@tinsmith/smithy";
import type { Diagnostic } from "@tinsmith/smithy";

import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { readPaths, reportEvents } from "../load-paths.js";
import { plural } from "../summary.js";
import type { Terminal } from "../terminal.js";

export interface FormatOptions {
  /** Writes nothing; prints the unformatted files, and fails if there are any. */
  readonly check?: boolean;
  /** Prints the formatted text instead of writing the files. */
  readonly stdout?: boolean;
}

/** Formats the `.smithy` files in files and folders. Files with syntax errors stay unchanged. */
export async function format(
  paths: readonly string[],
  options: FormatOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const sources = (await readPaths(paths, terminal)).filter(({ path }) => !path.endsWith(".json"));
  if (sources.length === 0) throw new Error(`No .smithy files in ${paths.join(", ")}`);
  const problems: Diagnostic[] = [];
  let changed = 0;
  for (const source of sources) {
    const { text, diagnostics } = formatIdl(source);
    problems.push(...diagnostics);
    if (text === undefined) continue;
    if (options.stdout === true) terminal.out(text);
    // Other line ends alone do not make a file unformatted.
    else if (text !== source.text.replaceAll("\r\n", "\n")) {
      changed++;
      if (options.check === true) terminal.out(`${source.path}\n`);
      else {
        await terminal.guard(() => replaceFile(resolve(terminal.cwd, source.path), text));
        terminal.note(`format ${source.path}\n`);
      }
    }
  }
  reportEvents(problems, terminal);
  if (options.stdout !== true) terminal.note(`${outcome(changed, sources.length, options)}\n`);
  const isDifferent = options.check === true && changed > 0;
  return haveFailed(problems) || isDifferent ? exitCodes.failed : exitCodes.ok;
}

function outcome(changed: number, total: number, { check }: FormatOptions): string {
  const of = `${changed} of ${plural(total, "file")}`;
  return check === true ? `${of} would change` : `${of} formatted`;
}
