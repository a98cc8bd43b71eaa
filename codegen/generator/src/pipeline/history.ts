import { eventMessage, isAtLeast, loadModel } from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";
import { diffModels } from "@tinsmith/smithy/diff";
import type { KeptModel, ModelChange, ModelVersion } from "../generator.js";

/**
 * Compares each kept version of a model with the one before it, and the current model with the last
 * one, as `tinsmith diff` does.
 *
 * @param kept - the oldest version first
 * @param files - the texts of the kept models, by path
 * @returns the newest version first
 * @throws Error that names a version that cannot be loaded or is listed twice
 */
export function compareVersions(
  kept: readonly KeptModel[],
  files: ReadonlyMap<string, string>,
  current: Model,
): readonly ModelVersion[] {
  const versions: ModelVersion[] = [];
  let before: { readonly version: string; readonly model: Model } | undefined;
  for (const { version, date, model: path } of kept) {
    if (versions.some((other) => other.version === version)) {
      throw new Error(`history: The version ${JSON.stringify(version)} is listed twice`);
    }
    const model = loadKept(version, path, files);
    versions.push({
      version,
      ...(date !== undefined && { date }),
      ...(before !== undefined && { since: before.version }),
      changes: before === undefined ? [] : changesOf(before.model, model),
    });
    before = { version, model };
  }
  if (before !== undefined) {
    versions.push({ since: before.version, changes: changesOf(before.model, current) });
  }
  return versions.reverse();
}

function changesOf(before: Model, after: Model): readonly ModelChange[] {
  return diffModels(before, after)
    .filter(({ severity }) => severity !== "SUPPRESSED")
    .map((event) => ({
      code: event.code,
      severity: event.severity,
      message: eventMessage(event),
      ...(event.shapeId !== undefined && { shapeId: event.shapeId }),
    }));
}

function loadKept(version: string, path: string, files: ReadonlyMap<string, string>): Model {
  const folder = path.replace(/^(?:\.\/)+|\/+$/g, "");
  const sources = [...files]
    .filter(([file]) => file === folder || file.startsWith(`${folder}/`))
    .filter(([file]) => /\.(?:json|smithy)$/.test(file))
    .map(([file, text]) => ({ path: file, text }));
  const subject = `history: The model of version ${JSON.stringify(version)}, ${path}`;
  if (sources.length === 0) {
    throw new Error(`${subject}, was not found. Expected a JSON AST, or a folder of model files`);
  }
  // Traits of other packages do not matter to a comparison.
  const { model, diagnostics } = loadModel(sources, { allowUnknownTraits: true });
  const error = diagnostics.find(({ severity }) => isAtLeast(severity, "ERROR"));
  if (model === undefined || error !== undefined) {
    throw new Error(`${subject}, has errors: ${error?.message ?? "it contains no model"}`);
  }
  return model;
}
