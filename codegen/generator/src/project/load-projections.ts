import { isAtLeast, transformModel, validateModel } from "@tinsmith/smithy";
import type { Diagnostic, Model, SourceText, TransformProblem } from "@tinsmith/smithy";
import { hashOf, loaderFor } from "./build-cache.js";
import type { BuildCache } from "./build-cache.js";
import type { BuildConfig } from "./build-config.js";
import { messages } from "./build-messages.js";
import type { JsonDocument } from "./json-document.js";
import { sourceProjection, transformsByProjection } from "./projections.js";
import type { Projection } from "./projections.js";
import { timed } from "./timing.js";
import type { OnTiming } from "./timing.js";

/** A projection with its model. */
export interface LoadedProjection extends Projection {
  readonly model: Model;
  /** Changes whenever the model does. */
  readonly modelHash: string;
  /** The events of its validation. */
  readonly events: readonly Diagnostic[];
}

export interface ProjectionContext {
  readonly config: BuildConfig;
  readonly document: JsonDocument;
  readonly cache: BuildCache;
  readonly onTiming: OnTiming | undefined;
  readonly allowUnknownTraits: boolean;
}

/**
 * Loads, transforms and validates the model of one projection. If errors prevent loading, there is
 * no model, and `diagnostics` has the reasons.
 */
export async function loadProjection(
  projection: Projection,
  sources: readonly SourceText[],
  context: ProjectionContext,
): Promise<{
  readonly loaded: LoadedProjection | undefined;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { config, document, cache, onTiming, allowUnknownTraits } = context;
  const { name, transforms } = projection;
  const label = name === sourceProjection ? undefined : name;
  const sourceHash = hashOf(
    String(allowUnknownTraits),
    ...sources.flatMap(({ path, text, isLibrary = false, isDependency = false }) => [
      path,
      text,
      `${isLibrary} ${isDependency}`,
    ]),
  );
  const read = await timed(onTiming, "load", label, () =>
    cache.models.get(sourceHash, () => loaderFor(cache, name, allowUnknownTraits).load(sources)),
  );
  const isBroken = read.diagnostics.some(({ severity }) => severity === "ERROR");
  if (read.model === undefined || (transforms.length > 0 && isBroken)) {
    return { loaded: undefined, diagnostics: read.diagnostics };
  }
  const source = read.model;
  const isSame = transforms.length === 0;
  const projections = transformsByProjection(config);
  const modelHash = isSame
    ? sourceHash
    : hashOf(sourceHash, JSON.stringify(transforms), JSON.stringify([...projections]));
  const { model, problems } = isSame
    ? { model: source, problems: [] }
    : await timed(onTiming, "transform", label, () =>
        cache.transforms.get(modelHash, () =>
          transformModel(source, transforms, { projections, projection: name }),
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
  return {
    loaded: { ...projection, model, modelHash, events },
    diagnostics: label === undefined ? events : ofProjection(events, label),
  };
}

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
