import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { compareText } from "../diagnostics/compare.js";
import type { SourceText } from "../source/source-file.js";

/** Folders without models of the project: dependencies, output, and hidden folders. */
const ignoredFolders: ReadonlySet<string> = new Set(["node_modules", "build", "dist"]);

/**
 * Reads model files. A path may be
 *
 * - a file of any name;
 * - a file named `manifest`, which lists one file per line, relative to itself; `#` starts a
 *   comment;
 * - a folder with a manifest, which is read instead;
 * - any other folder: its `*.smithy` files and JSON ASTs, including those of subfolders. An AST
 *   that the folder's `package.json` declares as built from them
 *   (`"smithy": { "ast": "model.json" }`) is not a source.
 *
 * The sources are sorted by path, without duplicates and without byte order marks.
 *
 * @throws the error of `node:fs` if a path does not exist or cannot be read; {@link NotTextError}
 * if a file is not UTF-8.
 */
export async function readSources(paths: readonly string[]): Promise<readonly SourceText[]> {
  const sources = new Map<string, SourceText>();
  for (const source of await readAll(paths)) sources.set(source.path, source);
  return [...sources.values()].sort((a, b) => compareText(a.path, b.path));
}

/**
 * Reads the models that an npm package ships: the files that `"smithy": { "sources": ["model"] }`
 * in its `package.json` lists, relative to it. Empty if it lists none.
 *
 * @param folder - the folder of the package, which contains its `package.json`.
 * @throws the error of `node:fs` if a file does not exist, and a `SyntaxError` if `package.json` is
 * not JSON.
 */
export async function readPackageSources(folder: string): Promise<readonly SourceText[]> {
  const { text } = await readSource(join(folder, "package.json"));
  const content: unknown = JSON.parse(text);
  const sources = property(property(content, "smithy"), "sources");
  const paths = Array.isArray(sources) ? sources.filter((path) => typeof path === "string") : [];
  return readSources(paths.map((path) => join(folder, path)));
}

const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

async function readAll(paths: readonly string[]): Promise<readonly SourceText[]> {
  const read = await Promise.all(
    paths.map(async (path) => {
      if ((await stat(path)).isDirectory()) return readFolder(path);
      return basename(path) === "manifest" ? readManifest(path) : [await readSource(path)];
    }),
  );
  return read.flat();
}

async function readManifest(path: string): Promise<readonly SourceText[]> {
  const { text } = await readSource(path);
  const names = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  // Only files are accepted, because a manifest that referred to itself would never end.
  return Promise.all(names.map((name) => readSource(join(dirname(path), name))));
}

async function readSource(path: string): Promise<SourceText> {
  return { path, text: decode(path, await readFile(path)) };
}

/**
 * A file that is not UTF-8 text. It is not decoded, because it could not be written back unchanged.
 */
export class NotTextError extends Error {
  override readonly name = "NotTextError";
  /** The path of the file, as it was read. */
  readonly path: string;

  constructor(path: string, options?: ErrorOptions) {
    super(`${path} is not UTF-8 text`, options);
    this.path = path;
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function decode(path: string, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) throw new NotTextError(path, { cause });
    throw cause;
  }
}

async function readFolder(folder: string): Promise<readonly SourceText[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const hasManifest = entries.some((entry) => entry.name === "manifest" && entry.isFile());
  if (hasManifest) return readManifest(join(folder, "manifest"));
  const built = entries.some(({ name }) => name === "package.json")
    ? await builtAst(folder)
    : undefined;
  const sources = await Promise.all(
    entries.map(async (entry): Promise<readonly SourceText[]> => {
      const { name } = entry;
      const path = join(folder, name);
      if (entry.isDirectory()) {
        return name.startsWith(".") || ignoredFolders.has(name) ? [] : readFolder(path);
      }
      // Links are not followed, because they could form cycles.
      if (!entry.isFile()) return [];
      if (name.endsWith(".smithy")) return [await readSource(path)];
      if (!name.endsWith(".json") || path === built) return [];
      // Other JSON files may lie next to models: only an AST contains a Smithy version.
      const bytes = await readFile(path);
      return isAst(bytes) ? [{ path, text: decode(path, bytes) }] : [];
    }),
  );
  return sources.flat();
}

/** The JSON AST that a package declares as built from its models. */
async function builtAst(folder: string): Promise<string | undefined> {
  const { text } = await readSource(join(folder, "package.json"));
  try {
    const content: unknown = JSON.parse(text);
    const ast = property(property(content, "smithy"), "ast");
    return typeof ast === "string" ? join(folder, ast) : undefined;
  } catch {
    // An invalid `package.json` does not matter here; code that needs it reports the fault.
    return undefined;
  }
}

function isAst(bytes: Buffer): boolean {
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const key = text.indexOf('"smithy"');
  return /^\s*\{/.test(text) && key !== -1 && /^"smithy"\s*:\s*"/.test(text.slice(key, key + 100));
}
