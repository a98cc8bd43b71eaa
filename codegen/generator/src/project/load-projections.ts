import { haveFailed, isAtLeast, transformModel, validateModel } from "@tinsmith/smithy";
import type { Diagnostic, Model, SourceText, TransformProblem } from "@tinsmith/smithy";
import { restoreDiagnostics, storeDiagnostics } from "../cache/stored-diagnostics.js";
import type { StoredDiagnostics } from "../cache/stored-diagnostics.js";
import { hashOf, loaderFor } from "./build-cache.js";
import type { BuildCache } from "./build-cache.js";
import type { BuildConfig } from "./build-config.js";
import { messages } from "./build-messages.js";
import type { JsonDocument } from "./json-document.js";
import { sourceProjection, transformsByProjection } from "./projections.js";
import type { Projection } from "./projections.js";
import { timed, timedNow } from "./timing.js";
import type { OnTiming } from "./timing.js";

/** A projection with its model. */
export interface LoadedProjection extends Projection {
  /** Loaded on first use, if an earlier run has validated it. */
  readonly model: Model;
  /** Changes whenever the model does. */
  readonly modelHash: string;
  /** The events of its validation. */
  readonly events: readonly Diagnostic[];
  /** The files that it was loaded from. */
  readonly sources: readonly SourceText[];
}

export interface ProjectionContext {
  readonly config: BuildConfig;
  readonly configPath: string;
  readonly document: JsonDocument;
  readonly cache: BuildCache;
  readonly onTiming: OnTiming | undefined;
  readonly allowUnknownTraits: boolean;
}

interface LoadOutcome {
  readonly loaded: LoadedProjection | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads, transforms and validates the model of one projection. If errors prevent loading, there is
 * no model, and `diagnostics` has the reasons.
 */
export async function loadProjection(
  projection: Projection,
  sources: readonly SourceText[],
  context: ProjectionContext,
): Promise<LoadOutcome> {
  const { config, configPath, cache, onTiming, allowUnknownTraits } = context;
  const { name, transforms } = projection;
  const sourceHash = hashOf(
    String(allowUnknownTraits),
    ...sources.flatMap(({ path, text, isLibrary = false, isDependency = false }) => [
      path,
      text,
      `${isLibrary} ${isDependency}`,
    ]),
  );
  const modelHash =
    transforms.length === 0
      ? sourceHash
      : hashOf(
          sourceHash,
          JSON.stringify(transforms),
          JSON.stringify([...transformsByProjection(config)]),
        );
  const slot = `events ${configPath} ${name}`;
  const kept = cache.disk?.read(slot);
  if (kept?.key === modelHash) {
    // Written by this module, for the same files.
    const events = restoreDiagnostics(kept.value as StoredDiagnostics, sources);
    onTiming?.({ ...stageOf("validate", name), milliseconds: 0, cached: true });
    return outcome(lazily(projection, { sources, modelHash, events }, context));
  }
  const result = await loadNow(projection, { sources, sourceHash, modelHash }, context);
  const stored = result.loaded && storeDiagnostics(result.loaded.events, sources);
  if (cache.disk !== undefined && stored !== undefined && !haveFailed(result.diagnostics)) {
    cache.disk.write(slot, { key: modelHash, value: stored, bytes: Buffer.alloc(0) });
  }
  return result;
}

type Hashes = { readonly sourceHash: string; readonly modelHash: string };

async function loadNow(
  projection: Projection,
  { sources, sourceHash, modelHash }: Hashes & { readonly sources: readonly SourceText[] },
  context: ProjectionContext,
): Promise<LoadOutcome> {
  const { config, document, cache, onTiming, allowUnknownTraits } = context;
  const { name, transforms } = projection;
  const label = name === sourceProjection ? undefined : name;
  const read = await timed(onTiming, "load", label, () =>
    cache.models.get(sourceHash, () => loaderFor(cache, name, allowUnknownTraits).load(sources)),
  );
  const isBroken = read.diagnostics.some(({ severity }) => severity === "ERROR");
  if (read.model === undefined || (transforms.length > 0 && isBroken)) {
    return { loaded: undefined, diagnostics: read.diagnostics };
  }
  const source = read.model;
  const isSame = transforms.length === 0;
  const { model, problems } = isSame
    ? { model: source, problems: [] }
    : await timed(onTiming, "transform", label, () =>
        cache.transforms.get(modelHash, () =>
          transformModel(source, transforms, {
            projections: transformsByProjection(config),
            projection: name,
          }),
        ),
      );
  if (problems.length > 0) {
    return { loaded: undefined, diagnostics: describe(problems, name, document) };
  }
  const events = await timed(onTiming, "validate", label, () =>
    cache.validations.get(modelHash, () =>
      validateModel(model, isSame ? { loaded: read.diagnostics } : {}),
    ),
  );
  return outcome({ ...projection, model, modelHash, events, sources });
}

/** Returns a projection whose model is loaded on first use, because it is known to be valid. */
function lazily(
  projection: Projection,
  facts: Pick<LoadedProjection, "sources" | "modelHash" | "events">,
  { config, onTiming, allowUnknownTraits, cache }: ProjectionContext,
): LoadedProjection {
  const { name, transforms } = projection;
  const load = (): Model => {
    const loader = loaderFor(cache, name, allowUnknownTraits);
    const { model } = timedNow(onTiming, stageOf("load", name), () => loader.load(facts.sources));
    if (model === undefined) throw new Error("A model that was valid does not load");
    if (transforms.length === 0) return model;
    const options = { projections: transformsByProjection(config), projection: name };
    return timedNow(onTiming, stageOf("transform", name), () =>
      transformModel(model, transforms, options),
    ).model;
  };
  let model: Model | undefined;
  return {
    ...projection,
    ...facts,
    get model() {
      return (model ??= load());
    },
  };
}

const stageOf = (stage: "load" | "transform" | "validate", name: string) => ({
  stage,
  ...(name !== sourceProjection && { target: name }),
});

const outcome = (loaded: LoadedProjection): LoadOutcome => ({
  loaded,
  diagnostics:
    loaded.name === sourceProjection ? loaded.events : ofProjection(loaded.events, loaded.name),
});

/**
 * Returns the events that the source projection does not report. Mild events of filtered models are
 * omitted, because they are noise.
 */
const ofProjection = (events: readonly Diagnostic[], name: string): readonly Diagnostic[] =>
  events
    .filter(({ severity }) => isAtLeast(severity, "DANGER"))
    .map((event) => {
      const place = `In the projection ${JSON.stringify(name)}`;
      return { ...event, hint: event.hint === undefined ? place : `${place}. ${event.hint}` };
    });

const describe = (
  problems: readonly TransformProblem[],
  name: string,
  document: JsonDocument,
): readonly Diagnostic[] =>
  problems.map(({ message, projection = name, path }) =>
    messages.transformFailed(message, {
      span: document.spanOf(["projections", projection, "transforms", ...path]),
    }),
  );
