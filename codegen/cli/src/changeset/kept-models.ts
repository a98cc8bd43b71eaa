import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { haveFailed, loadModel, printJson, serializeAst } from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";

import { displayPath } from "../display-path.js";
import { readPaths } from "../load-paths.js";
import type { Terminal } from "../terminal.js";

/** The folder of the released models, next to the configuration. */
const folderOf = (configPath: string): string => join(dirname(configPath), ".tinsmith");

/** The projection whose model is that of the sources. */
const sourceProjection = "source";

/** Returns the file of the released model of a projection. */
export function keptPath(configPath: string, projection: string): string {
  const suffix = projection === sourceProjection ? "" : `.${projection}`;
  return join(folderOf(configPath), `released-model${suffix}.json`);
}

/**
 * Keeps the models of projections as the released ones, and removes the kept models of deleted
 * projections. Returns the paths of the files.
 */
export async function keepModels(
  configPath: string,
  models: ReadonlyMap<string, Model>,
): Promise<readonly string[]> {
  const folder = folderOf(configPath);
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const [projection, model] of models) {
    const path = keptPath(configPath, projection);
    await writeFile(path, `${printJson(serializeAst(model), 2)}\n`);
    paths.push(path);
  }
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (/^released-model\b.*\.json$/.test(name) && !paths.includes(path)) await rm(path);
  }
  return paths;
}

/**
 * Reads the released model of a projection; `undefined` if none is kept.
 *
 * @throws Error if the model has errors
 */
export async function readKeptModel(path: string, terminal: Terminal): Promise<Model | undefined> {
  if (!existsSync(path)) return undefined;
  const { model, diagnostics } = loadModel(await readPaths([path], terminal));
  if (model !== undefined && !haveFailed(diagnostics)) return model;
  throw new Error(`The released model has errors: ${displayPath(terminal.cwd, path)}`);
}
