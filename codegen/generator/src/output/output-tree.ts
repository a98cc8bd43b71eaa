/** A file to write: UTF-8 text with `\n` line endings, or bytes. */
export interface OutputFile {
  /** The path with `/`, relative to the folder that {@link OutputTree} states. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Returns the bytes of a file as they are written. */
export function toBytes({ content }: OutputFile): Uint8Array {
  if (typeof content !== "string") return content;
  return new TextEncoder().encode(content.replace(/\r\n?/g, "\n"));
}

/** The complete output of one target. */
export interface OutputTree {
  /** The absolute path of the target's output folder. Nothing outside of it is ever written. */
  readonly root: string;
  /**
   * The folder of generated files below the root: `src/generated`. The manifest lists its files.
   */
  readonly folder: string;
  /** Generated files, relative to the folder. */
  readonly files: readonly OutputFile[];
  /** Generated tests, relative to {@link testFolder}. The manifest lists them as well. */
  readonly tests: readonly OutputFile[];
  /** Files that are written only if they do not exist, relative to the root. */
  readonly starters: readonly OutputFile[];
  /** The complete content of user files that the generator updates, relative to the root. */
  readonly kept: readonly OutputFile[];
  /**
   * The text of the manifest; `undefined` for a tree without files that a later run may remove.
   */
  readonly manifest: string | undefined;
}

/** The folder of generated tests below the root. */
export const testFolder = "test/generated";

/**
 * Keys that the generator added to the `package.json` of a package, so that it can remove them.
 */
export interface OwnedFields {
  readonly exports: readonly string[];
  readonly dependencies: readonly string[];
  readonly bin: readonly string[];
}

export const noOwnedFields: OwnedFields = { exports: [], dependencies: [], bin: [] };

/** Returns the reason why a path must not be written, or `undefined` if it may. */
export function pathProblem(path: string): string | undefined {
  if (path === "") return "is empty";
  // eslint-disable-next-line no-control-regex -- the pattern searches for control characters
  if (/[\u0000-\u001f\u007f\\:*?"<>|]/.test(path))
    return "contains characters that some file systems do not support";
  if (path.startsWith("/")) return "is absolute";
  for (const segment of path.split("/")) {
    if (segment === "" || segment === "." || segment === "..")
      return "leaves its folder or is not normalized";
    if (/[. ]$/.test(segment)) return "has a name that ends with a dot or a space";
  }
  return undefined;
}

/** Returns two paths of the list that a case-insensitive file system would treat as one. */
export function collidingPaths(paths: readonly string[]): readonly [string, string] | undefined {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const folded = path.toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) return [other, path];
    seen.set(folded, path);
  }
  return undefined;
}
