import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { haveFailed, sortDiagnostics } from "@tinsmith/smithy";
import type { Diagnostic, Model, SourceText } from "@tinsmith/smithy";
import { NotTextError, readSources } from "@tinsmith/smithy/node";
import { readIfPresent } from "../output/changes.js";
import { cacheFolder } from "../cache/cache-folder.js";
import { DiskCache } from "../cache/disk-cache.js";
import { createBuildCache } from "./build-cache.js";
import type { BuildCache } from "./build-cache.js";
import type { BuildConfig, BuildConfigInput } from "./build-config.js";
import { messages } from "./build-messages.js";
import { checkConfig } from "./check-config.js";
import { expandEnvironment } from "./environment.js";
import type { Environment } from "./environment.js";
import { documentOfValue, parseJsonDocument } from "./json-document.js";
import type { JsonDocument } from "./json-document.js";
import { selects } from "./build-selection.js";
import type { BuildSelection } from "./build-selection.js";
import { loadProjection } from "./load-projections.js";
import type { LoadedProjection } from "./load-projections.js";
import { readDependencies } from "./maven-models.js";
import type { DependencyReader } from "./maven-models.js";
import { readInstalled } from "./package-models.js";
import { loadPluginModules } from "./plugin-modules.js";
import type { PluginModules } from "./plugin-modules.js";
import { pluginNameOf } from "./plugin-names.js";
import { projectionsOf, sourceProjection } from "./projections.js";
import type { ConfigPath, Projection } from "./projections.js";
import { workspaceFolder } from "./workspace-folder.js";
import { timed, uncached } from "./timing.js";
import type { OnTiming } from "./timing.js";
import { describeFileError } from "../output/file-error.js";

export interface ProjectOptions {
  /** The configuration, or the folder that holds a `smithy-build.json`. */
  readonly configPath: string;
  /**
   * The configuration itself. If set, no file is read, and `configPath` is only the base of
   * relative paths.
   */
  readonly config?: BuildConfigInput;
  /** The base of relative paths in diagnostics. Default: the working directory. */
  readonly cwd?: string;
  /**
   * Variables for `${NAME}` in the configuration file and for programs. Default: those of this
   * process.
   */
  readonly env?: Environment;
  /**
   * Runs the programs and modules that the configuration names. Default: true. If false, their
   * plugins are skipped with a warning.
   */
  readonly run?: boolean;
  /** Reads the models of Maven dependencies. If omitted, they are skipped with a warning. */
  readonly readDependencies?: DependencyReader | undefined;
  /** Accepts traits without a definition, with a warning. Default: false. */
  readonly allowUnknownTraits?: boolean;
  /** Builds only a part of the configuration. */
  readonly only?: BuildSelection;
  readonly cache?: BuildCache;
  /**
   * Keeps the results of this run on disk, in `node_modules/.cache/tinsmith` of the workspace, and
   * uses those of an earlier run. The text identifies the version of the generator: results of
   * other versions are not used. Default: nothing is kept on disk.
   */
  readonly diskCache?: string;
  /** Terminates the programs of a build, which then fails. */
  readonly signal?: AbortSignal;
  /**
   * Runs the parts of a build that must not be cut off: programs, and the writing of files. During
   * these parts, a command can react to a signal by `signal` instead of ending at once. Default:
   * runs these parts without protection.
   */
  readonly guard?: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly onTiming?: OnTiming;
}

/** A configuration and its model. */
export interface Project {
  /** Absolute. */
  readonly configPath: string;
  readonly config: BuildConfig | undefined;
  readonly document: JsonDocument | undefined;
  /**
   * The model of the source projection; absent if errors in the configuration or the sources
   * prevent loading.
   */
  readonly model: Model | undefined;
  /** Changes whenever a source does. */
  readonly modelHash: string;
  /** The projections to build with their models, the source projection first. */
  readonly projections: readonly LoadedProjection[];
  readonly plugins: PluginModules;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The files of `sources` without imports, each relative to the listed folder that contains it.
   */
  readonly sourceFiles: readonly SourceText[];
  /** Reports whether the configuration and the sources are unchanged since they were read. */
  isCurrent(): Promise<boolean>;
  /** Files and folders to watch, absolute: the configuration, the sources, the imports. */
  readonly inputs: readonly string[];
}

export { describeFileError };
export { replaceFile } from "../output/replace-file.js";

export const configName = "smithy-build.json";

/**
 * Reads a configuration, then reads, loads and validates its model. Problems of these are
 * diagnostics and never thrown.
 */
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
    projections: [],
    plugins: noPlugins,
    sourceFiles: [],
    diagnostics: [],
    isCurrent: () => Promise.resolve(true),
    inputs: isFile ? [configPath] : [],
  };

  const read = isFile
    ? readConfig(configPath, shown(configPath), {
        SMITHY_ROOT_DIR: resolve(cwd),
        ...(options.env ?? process.env),
      })
    : checkedConfig(documentOfValue(options.config));
  const { document, config } = read;
  if (document === undefined || config === undefined) {
    return { ...nothing, document, diagnostics: read.diagnostics };
  }

  cache.disk = openDisk(options, configPath);
  const folder = dirname(configPath);
  const projections = projectionsOf(config, folder);
  const plugins = await loadPluginModules(projections, document, configPath, options.run);
  const { env = process.env } = options;
  const request = { maven: config.maven, folder, env };
  const dependencies = await readDependencies(request, options.readDependencies, document);
  const listed = [
    ...listPaths(sourcesOf(config, document, folder), ["sources"], folder),
    ...listPaths(config.imports, ["imports"], folder),
    ...plugins.models.map(({ path, at }) => ({ written: path, path, at, isLibrary: true })),
  ];
  const inputs = [
    ...nothing.inputs,
    ...listed.map(({ path }) => path),
    ...projections.flatMap(({ imports }) => imports.map((path) => resolve(folder, path))),
    ...dependencies.inputs,
  ];
  const isResult = resultsOf(projections, folder);
  const readPaths = (paths: readonly ListedPath[]) =>
    timed(onTiming, "read", undefined, () =>
      uncached(readAll(paths, { configPath, document, isResult, shown })),
    );
  const found = await readPaths(listed);
  const diagnostics = [read, plugins, dependencies, found].flatMap((each) => each.diagnostics);
  if (found.sources.size + dependencies.sources.length === 0 && !haveFailed(diagnostics)) {
    diagnostics.push(messages.noSources({ span: document.spanOf(["sources"]) }));
  }
  const { allowUnknownTraits = false } = options;
  const context = { config, configPath, document, cache, onTiming, allowUnknownTraits };
  const loaded: LoadedProjection[] = [];
  const imported = new Map<readonly ListedPath[], ReadFiles>();
  // The source projection is always validated.
  const needed = projections.filter(
    ({ name }) => name === sourceProjection || selects(options.only, { projection: name }),
  );
  for (const projection of haveFailed(diagnostics) ? [] : needed) {
    const { name, imports } = projection;
    const at = ["projections", name, "imports"];
    const paths = listPaths(imports, at, folder);
    const own = imports.length > 0 ? await readPaths(paths) : nothingRead;
    imported.set(paths, own);
    diagnostics.push(...own.diagnostics);
    if (haveFailed(own.diagnostics)) continue;
    const sources = [
      ...new Map([...found.sources, ...own.sources]).values(),
      ...dependencies.sources,
    ];
    const result = await loadProjection(projection, sources, context);
    diagnostics.push(...result.diagnostics);
    if (result.loaded) loaded.push(result.loaded);
  }
  if (diagnostics.some(({ code }) => code === "Model.UnresolvedTrait")) {
    diagnostics.push(...missingModules(plugins, document));
  }
  const source = loaded.find(({ name }) => name === sourceProjection);
  return {
    configPath,
    config,
    document,
    get model() {
      return source?.model;
    },
    modelHash: source?.modelHash ?? "",
    projections: loaded,
    plugins,
    sourceFiles: sourceFilesOf(found.sources, folder, config.sources),
    diagnostics: sortDiagnostics(diagnostics),
    isCurrent: async () => {
      const text = document.file?.text;
      if (text !== undefined && readText(configPath) !== text) return false;
      const context = { configPath, document, isResult, shown };
      for (const [paths, before] of [[listed, found] as const, ...imported]) {
        if (!haveSameTexts(await readAll(paths, context), before)) return false;
      }
      return true;
    },
    inputs,
  };
}

function readText(path: string): string | undefined {
  const bytes = readIfPresent(path);
  return bytes && new TextDecoder().decode(bytes);
}

function haveSameTexts(one: ReadFiles, other: ReadFiles): boolean {
  if (one.sources.size !== other.sources.size) return false;
  return [...one.sources].every(([path, { text }]) => other.sources.get(path)?.text === text);
}

function openDisk({ diskCache, config, cwd }: ProjectOptions, configPath: string) {
  if (diskCache === undefined || config !== undefined) return undefined;
  const folder = cacheFolder(configPath, workspaceFolder(configPath, cwd));
  return folder === undefined ? undefined : new DiskCache(folder, diskCache);
}

const noPlugins: PluginModules = {
  byKey: new Map(),
  protocols: [],
  models: [],
  ranges: {},
  missing: [],
  diagnostics: [],
};

/**
 * Reports modules that are not installed, because an undefined trait may belong to their protocols.
 */
function missingModules({ missing }: PluginModules, document: JsonDocument): readonly Diagnostic[] {
  return missing.map(({ key, at }) =>
    messages.moduleMissing(key, { span: document.spanOf(at, "key") }),
  );
}

/** Returns the files of `sources`, by their path relative to the listed folder or file. */
function sourceFilesOf(
  files: ReadonlyMap<string, SourceText>,
  folder: string,
  sources: readonly string[],
): readonly SourceText[] {
  const listed = sources.map((path) => resolve(folder, path));
  return [...files].flatMap(([path, { text }]) => {
    const root = listed.find((each) => path === each || path.startsWith(each + sep));
    if (root === undefined) return [];
    const below = path === root ? basename(path) : relative(root, path);
    return { path: below.split(sep).join("/"), text };
  });
}

async function findConfig(path: string): Promise<string> {
  try {
    return (await stat(path)).isDirectory() ? join(path, configName) : path;
  } catch {
    return path;
  }
}

function readConfig(path: string, shown: string, environment: Environment) {
  let bytes: Uint8Array | undefined;
  try {
    bytes = readIfPresent(path);
  } catch (error) {
    return failed([messages.configUnreadable(shown, describeFileError(error))]);
  }
  if (bytes === undefined) return failed([messages.configMissing(shown)]);
  const { document, diagnostics } = parseJsonDocument(shown, new TextDecoder().decode(bytes));
  if (document === undefined) return failed(diagnostics);
  const expanded = expandEnvironment(document, environment);
  if (expanded.diagnostics.length > 0) return failed(expanded.diagnostics);
  return checkedConfig(expanded.document);
}

function checkedConfig(document: JsonDocument) {
  return { document, ...checkConfig(document) };
}

function failed(diagnostics: readonly Diagnostic[]) {
  return { document: undefined, config: undefined, diagnostics };
}

/** A path of the configuration, as written and absolute, with its location. */
interface ListedPath {
  readonly written: string;
  readonly path: string;
  readonly at: ConfigPath;
  /** True for the models of a plugin. The shapes of the sources take precedence over theirs. */
  readonly isLibrary?: boolean;
}

/** Returns `sources`. The default folder may be missing if all models come from dependencies. */
function sourcesOf(
  { sources, maven }: BuildConfig,
  { value }: JsonDocument,
  folder: string,
): readonly string[] {
  const isWritten = typeof value === "object" && value !== null && "sources" in value;
  const mayLack = !isWritten && (maven?.dependencies ?? []).length > 0;
  return mayLack ? sources.filter((path) => existsSync(resolve(folder, path))) : sources;
}

const listPaths = (
  paths: readonly string[],
  at: ConfigPath,
  folder: string,
): readonly ListedPath[] =>
  paths.map((path, index) => ({
    written: path,
    path: resolve(folder, path),
    at: [...at, index],
  }));

/**
 * Returns a function that reports whether a path is an output file of the build. Such files are
 * excluded, even if they are among the sources.
 */
function resultsOf(projections: readonly Projection[], folder: string): (path: string) => boolean {
  const files = new Set(
    projections
      .flatMap(({ plugins }) => plugins)
      .filter(({ key }) => pluginNameOf(key) === "model")
      .flatMap(({ value: { output, file = "model.json" } }) =>
        typeof output === "string" && typeof file === "string" ? resolve(folder, output, file) : [],
      ),
  );
  const folders = projections.map((projection) => projection.folder + sep);
  return (path) => files.has(path) || folders.some((each) => path.startsWith(each));
}

/** Sources by absolute path; their own paths are relative. */
interface ReadFiles {
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly diagnostics: readonly Diagnostic[];
}

const nothingRead: ReadFiles = { sources: new Map(), diagnostics: [] };

interface ReadContext {
  readonly configPath: string;
  readonly document: JsonDocument;
  readonly isResult: (path: string) => boolean;
  readonly shown: (path: string) => string;
}

/** Returns `undefined` if the file does not exist, otherwise the error that prevents reading. */
function readFailure(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return new Error(describeFileError(error));
  const { code }: NodeJS.ErrnoException = error;
  return code === "ENOENT" || code === "ENOTDIR" ? undefined : error;
}

async function readAll(
  listed: readonly ListedPath[],
  { configPath, document, isResult, shown }: ReadContext,
): Promise<ReadFiles> {
  const sources = new Map<string, SourceText>();
  const diagnostics: Diagnostic[] = [];
  for (const { written, path, at, isLibrary = false } of listed) {
    const place = { span: document.spanOf(at) };
    const found = await readSources([path]).catch((error: unknown) => readFailure(error));
    if (found instanceof Error) {
      const reason = found instanceof NotTextError ? "it is not UTF-8 text" : found.message;
      const file = found instanceof NotTextError ? found.path : path;
      diagnostics.push(messages.sourceUnreadable(shown(file), reason, place));
      continue;
    }
    const read = found ?? (await readInstalled(written, configPath));
    if (read === undefined) diagnostics.push(messages.sourceMissing(shown(path), place));
    else if (read === "no model") diagnostics.push(messages.packageWithoutModel(written, place));
    else {
      for (const { path: file, text } of read) {
        if (isResult(file) || (isLibrary && sources.has(file))) continue;
        sources.set(file, { path: shown(file), text, ...(isLibrary && { isLibrary }) });
      }
    }
  }
  return { sources, diagnostics };
}
