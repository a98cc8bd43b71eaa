import { haveFailed } from "@tinsmith/smithy";
import { dirname, join } from "node:path";
import { loadProject } from "@tinsmith/codegen/project";

import {
  changesetsFor,
  findChangesets,
  uncoveredPackages,
  writeChangesets,
} from "../changeset/changeset-files.js";
import { keepModels } from "../changeset/kept-models.js";
import { packageReleases } from "../changeset/package-releases.js";
import { displayPath } from "../display-path.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { findConfig, lacksConfig } from "../find-config.js";
import { reportEvents } from "../load-paths.js";
import { plural } from "../summary.js";
import { readDependencies } from "../maven/read-dependencies.js";
import type { Terminal } from "../terminal.js";

export interface ChangesetOptions {
  /** Writes nothing; fails if a changed package has no changeset. */
  readonly check?: boolean;
  /** Records the current model as the released one. */
  readonly markReleased?: boolean;
}

/**
 * Writes changesets for the generated packages of a configuration. It compares the models with the
 * last released ones, which are files next to the configuration. Packages that were never released
 * need a changeset for their first release.
 *
 * @throws Error if a released package lacks its released model, or the folder `.changeset` is
 *   missing
 */
export async function changeset(
  configPath: string | undefined,
  options: ChangesetOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { cwd } = terminal;
  const project = await loadProject({
    configPath: configPath ?? findConfig(cwd),
    cwd,
    readDependencies,
  });
  if (project.model === undefined || haveFailed(project.diagnostics)) {
    reportEvents(project.diagnostics, terminal);
    return lacksConfig(project.diagnostics) ? exitCodes.usage : exitCodes.failed;
  }
  const showWritten = (path: string) => terminal.note(`write ${displayPath(cwd, path)}\n`);
  if (options.markReleased === true) {
    const models = new Map(project.projections.map(({ name, model }) => [name, model]));
    for (const path of await keepModels(project.configPath, models)) showWritten(path);
    return exitCodes.ok;
  }
  const folder = findChangesets(dirname(project.configPath));
  if (folder === undefined) {
    throw new Error("The folder .changeset is missing. Create it with: npx changeset init");
  }
  const packages = await packageReleases(project, terminal);
  const uncovered = await uncoveredPackages(folder, packages);
  if (options.check === true) return check(uncovered, terminal);
  const written = await writeChangesets(folder, changesetsFor(packages));
  for (const name of written) showWritten(join(folder, name));
  const changes = new Set(packages.flatMap(({ release }) => release.changes));
  terminal.note(`${plural(changes.size, "change")} since the released model\n`);
  return exitCodes.ok;
}

function check(
  uncovered: readonly { readonly name: string; readonly bump: string }[],
  terminal: Terminal,
): ExitCode {
  if (uncovered.length === 0) {
    terminal.note(`${terminal.colors.green("every changed package has a changeset")}\n`);
    return exitCodes.ok;
  }
  for (const { name, bump } of uncovered) terminal.out(`${name} needs a changeset: ${bump}\n`);
  terminal.err("Write the changesets with: tinsmith changeset\n");
  return exitCodes.failed;
}
