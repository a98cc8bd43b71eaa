import { build as runBuild, createBuildCache } from "@tinsmith/codegen";
import type { Timing } from "@tinsmith/codegen";

import { describeProblems, reportOutcome } from "../build-report.js";
import type { BuildOptions } from "../build-options.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { findConfig, lacksConfig } from "../find-config.js";
import { generatorIdentity } from "../generator-identity.js";
import { readDependencies } from "../maven/read-dependencies.js";
import { recorder } from "../recorder.js";
import { runtimeRanges } from "../runtime-ranges.js";
import type { Terminal } from "../terminal.js";
import { timingTable } from "../timing-table.js";

/** Generates the targets of a `smithy-build.json`, once or after every edit. */
export async function build(
  configPath: string | undefined,
  options: BuildOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const cache = createBuildCache();
  // While watching, results are kept in memory.
  const isKept = options.cache !== false && options.watch !== true;
  const diskCache = isKept ? { diskCache: generatorIdentity() } : {};
  const config = configPath ?? findConfig(terminal.cwd);
  let reported = "";
  const buildOnce = async ({ secondLook }: { readonly secondLook: boolean }) => {
    const start = performance.now();
    const timings: Timing[] = [];
    const result = await runBuild({
      configPath: config,
      cwd: terminal.cwd,
      cache,
      ...diskCache,
      dependencyRanges: runtimeRanges,
      readDependencies,
      recorder,
      check: options.check === true,
      run: options.run !== false,
      allowOutside: options.allowOutside === true,
      allowUnknownTraits: options.allowUnknownTraits === true,
      only: options,
      signal: terminal.stopped,
      guard: (work) => terminal.guard(work),
      onTiming: (timing) => timings.push(timing),
    });
    const took = performance.now() - start;
    const problems = describeProblems(result.diagnostics, terminal, options);
    if (secondLook && result.changes.length === 0 && problems === reported) return result;
    reported = problems;
    terminal.err(problems);
    if (options.timing === true) terminal.err(`${timingTable(timings, took, terminal)}\n`);
    reportOutcome(result, took, terminal, options);
    return result;
  };

  const first = await buildOnce({ secondLook: false });
  if (lacksConfig(first.diagnostics)) return exitCodes.usage;
  if (options.watch !== true) return first.ok ? exitCodes.ok : exitCodes.failed;

  // Loaded here, because no other command needs it.
  const { watch } = await import("../watch.js");
  await watch(first, buildOnce, terminal);
  return exitCodes.ok;
}
