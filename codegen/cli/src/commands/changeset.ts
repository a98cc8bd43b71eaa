import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { loadProject } from "@tinsmith/codegen/project";
import { loadModel, printJson, serializeAst } from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";
import { planRelease } from "@tinsmith/service/release";
import type { Release } from "@tinsmith/service/release";

import {
  changesetsFor,
  findChangesets,
  uncoveredPackages,
  writeChangesets,
} from "../changeset/changeset-files.js";
import { releasedPackages } from "../changeset/released-packages.js";
import { displayPath } from "../display-path.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { findConfig, lacksConfig } from "../find-config.js";
import { haveFailed, readPaths, reportEvents } from "../load-paths.js";
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
 * Compares the model of a configuration with the last released one, which is kept next to the
 * configuration, and writes the changesets for the generated packages.
 *
 * @throws Error if there is no released model, or no folder for changesets
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
  const kept = join(dirname(project.configPath), ".tinsmith", "released-model.json");
  if (options.markReleased === true) return keep(project.model, kept, terminal);
  const folder = findChangesets(dirname(project.configPath));
  if (folder === undefined) {
    throw new Error("The folder .changeset is missing. Create it with: npx changeset init");
  }
  const release = releaseOf(await readReleased(kept, terminal), project.model);
  const packages = await releasedPackages(project);
  if (options.check === true) {
    return check(await uncoveredPackages(folder, release, packages), terminal);
  }
  const written = await writeChangesets(folder, changesetsFor(release, packages));
  for (const name of written) terminal.note(`write ${displayPath(cwd, join(folder, name))}\n`);
  terminal.note(`${plural(release.changes.length, "change")} since the released model\n`);
  return exitCodes.ok;
}

async function keep(model: Model, path: string, terminal: Terminal): Promise<ExitCode> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${printJson(serializeAst(model), 2)}\n`);
  terminal.note(`write ${displayPath(terminal.cwd, path)}\n`);
  return exitCodes.ok;
}

async function readReleased(path: string, terminal: Terminal): Promise<Model> {
  const shown = displayPath(terminal.cwd, path);
  if (!existsSync(path)) {
    throw new Error(
      `The released model is missing: ${shown}. Write it at each release with: tinsmith changeset --mark-released`,
    );
  }
  const { model, diagnostics } = loadModel(await readPaths([path], terminal));
  if (model === undefined || haveFailed(diagnostics)) {
    throw new Error(`The released model has errors: ${shown}`);
  }
  return model;
}

/** The changes of all services that both models have. */
function releaseOf(before: Model, after: Model): Release {
  const services = after
    .shapesOfType("service")
    .filter(({ id }) => before.getShape(id)?.type === "service");
  return { changes: services.flatMap(({ id }) => planRelease(before, after, id).changes) };
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
