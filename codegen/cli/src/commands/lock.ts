import { loadProject } from "@tinsmith/codegen/project";
import { isAtLeast } from "@tinsmith/smithy";

import { displayPath } from "../display-path.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { findConfig, lacksConfig } from "../find-config.js";
import { reportEvents } from "../load-paths.js";
import { lockDependencies } from "../maven/maven-dependencies.js";
import type { Terminal } from "../terminal.js";

/** Resolves the Maven dependencies of a configuration and writes their versions and checksums. */
export async function lock(configPath: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const { cwd } = terminal;
  let written: Awaited<ReturnType<typeof lockDependencies>> | undefined;
  const { diagnostics } = await loadProject({
    configPath: configPath ?? findConfig(cwd),
    cwd,
    run: false,
    async readDependencies(request) {
      written = await lockDependencies(request);
      return { sources: [], withCode: [], inputs: [] };
    },
  });
  // The model need not be valid here.
  const faults = diagnostics.filter(
    ({ code, severity }) =>
      isAtLeast(severity, "ERROR") && (code === "Build.Config" || code === "Build.Maven"),
  );
  if (faults.length > 0) {
    reportEvents(faults, terminal);
    return lacksConfig(faults) ? exitCodes.usage : exitCodes.failed;
  }
  if (written === undefined) {
    terminal.err('The configuration has no "maven": { "dependencies": […] }; nothing is locked\n');
    return exitCodes.ok;
  }
  const { path, count } = written;
  terminal.err(`locked ${count} artifact${count === 1 ? "" : "s"} in ${displayPath(cwd, path)}\n`);
  return exitCodes.ok;
}
