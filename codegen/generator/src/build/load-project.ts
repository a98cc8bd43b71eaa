import { stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { loadModel, sortDiagnostics, validateModel } from "@tinsmith/smithy";
import type { Diagnostic, Model, SourceText } from "@tinsmith/smithy";
import { readSources } from "@tinsmith/smithy/node";
import { readIfPresent } from "../output/changes.js";
import { createBuildCache, hashOf } from "./build-cache.js";
import type { BuildCache } from "./build-cache.js";
import { checkConfig } from "./build-config.js";
import type { BuildConfig, BuildConfigInput } from "./build-config.js";
import { hasErrors, messages, reasonOf } from "./build-messages.js";
import { documentOfValue, parseJsonDocument } from "./json-document.js";
import type { JsonDocument } from "./json-document.js";
import { timed, uncached } from "./timing.js";
import type { OnTiming } from "./timing.js";

export interface ProjectOptions {
  /** The configuration, or the folder that holds a `smithy-build.json`. */
  readonly configPath: string;
  /** The configuration itself. No file is read then: `configPath` only says what its paths are relative to. */
  readonly config?: BuildConfigInput;
  /** What paths in diagnostics are relative to; the working directory where it is left out. */
  readonly cwd?: string;
  readonly cache?: BuildCache;
  readonly onTiming?: OnTiming;
}

/** A configuration and the model it names. */
export interface Project {
  /** Absolute. */
  readonly configPath: string;
  readonly config: BuildConfig | undefined;
  readonly document: JsonDocument | undefined;
  /** Absent where the configuration or the sources are too broken for one. */
  readonly model: Model | undefined;
  /** Changes whenever a source does. */
  readonly modelHash: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Files and folders to watch, absolute: the configuration, the sources, the imports. */
  readonly inputs: readonly string[];
}

export const configName = "smithy-build.json";

/** Reads a configuration, and reads, loads and validates its model. Never throws for what is in them. */
export async function loadProject(options: ProjectOptions): Promise<Project> {
  const { cache = createBuildCache(), onTiming, cwd = process.cwd() } = options;
  const isFile = options.config === undefined;
  const configPath = await findConfig(resolve(cwd, options.configPath));
  const shown = (path: string) => relative(cwd, path).split(sep).join("/") || path;
  const nothing: Project = {
    configPath,
    config: undefined,
    document: undefined,
    model: undefined,
    modelHash: "",
    diagnostics: [],
    inputs: isFile ? [configPath] : [],
  };

  const read = isFile
    ? await readConfig(configPath, shown(configPath))
    : checkedConfig(documentOfValue(options.config));
  const { document, config } = read;
  if (document === undefined || config === undefined) {
    return { ...nothing, document, diagnostics: read.diagnostics };
  }

  const folder = dirname(configPath);
  const listed = (["sources", "imports"] as const).flatMap((key) =>
    config[key].map((path, index) => ({ path: resolve(folder, path), at: [key, index] as const })),
  );
  const inputs = [...nothing.inputs, ...listed.map(({ path }) => path)];
  const found = await timed(onTiming, "read", undefined, () =>
    uncached(readAll(listed, document, new Set(outputModels(config, folder)), shown)),
  );
  const diagnostics = [...read.diagnostics, ...found.diagnostics];
  if (hasErrors(diagnostics)) return { ...nothing, config, document, diagnostics, inputs };

  const modelHash = hashOf(...found.sources.flatMap(({ path, text }) => [path, text]));
  const loaded = await timed(onTiming, "load", undefined, () =>
    cache.models.get(modelHash, () => loadModel(found.sources)),
  );
  const { model } = loaded;
  const events =
    model === undefined
      ? loaded.diagnostics
      : await timed(onTiming, "validate", undefined, () =>
          cache.validations.get(modelHash, () =>
            validateModel(model, { loaded: loaded.diagnostics }),
          ),
        );
  const sorted = sortDiagnostics([...diagnostics, ...events]);
  return { configPath, config, document, model, modelHash, diagnostics: sorted, inputs };
}

async function findConfig(path: string): Promise<string> {
  try {
    return (await stat(path)).isDirectory() ? join(path, configName) : path;
  } catch {
    return path;
  }
}

async function readConfig(path: string, shown: string) {
  const bytes = await readIfPresent(path).catch((error: unknown) => reasonOf(error));
  if (bytes === undefined) return failed([messages.configMissing(shown)]);
  if (typeof bytes === "string") return failed([messages.configUnreadable(shown, bytes)]);
  const { document, diagnostics } = parseJsonDocument(shown, new TextDecoder().decode(bytes));
  return document === undefined ? failed(diagnostics) : checkedConfig(document);
}

function checkedConfig(document: JsonDocument) {
  return { document, ...checkConfig(document) };
}

function failed(diagnostics: readonly Diagnostic[]) {
  return { document: undefined, config: undefined, diagnostics };
}

/** The JSON ASTs that the build itself writes are results, even where they lie among the sources. */
function outputModels(config: BuildConfig, folder: string): readonly string[] {
  return Object.entries(config.plugins)
    .filter(([name]) => name === "model")
    .flatMap(([, { output, file = "model.json" }]) =>
      typeof output === "string" && typeof file === "string" ? resolve(folder, output, file) : [],
    );
}

async function readAll(
  listed: readonly { readonly path: string; readonly at: readonly [string, number] }[],
  document: JsonDocument,
  excluded: ReadonlySet<string>,
  shown: (path: string) => string,
): Promise<{
  readonly sources: readonly SourceText[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const sources = new Map<string, SourceText>();
  const diagnostics: Diagnostic[] = [];
  for (const { path, at } of listed) {
    try {
      for (const { path: file, text } of await readSources([path])) {
        if (!excluded.has(file)) sources.set(file, { path: shown(file), text });
      }
    } catch {
      diagnostics.push(messages.sourceMissing(shown(path), { span: document.spanOf(at) }));
    }
  }
  if (sources.size === 0 && diagnostics.length === 0) {
    diagnostics.push(messages.noSources({ span: document.spanOf(["sources"]) }));
  }
  return { sources: [...sources.values()], diagnostics };
}
