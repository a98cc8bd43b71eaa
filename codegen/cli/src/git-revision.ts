import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { promisify } from "node:util";
import type { SourceText } from "@tinsmith/smithy";
import { readSources } from "@tinsmith/smithy/node";

const run = promisify(execFile);

/** A file or folder in a commit, as git writes it: `HEAD~1:model`. */
export interface GitRevision {
  readonly revision: string;
  /** Relative to the root of the repository, or to the working directory if it begins with `.`. */
  readonly path: string;
}

/** Reads `<revision>:<path>`; `undefined` for any other text, such as `C:\model`. */
export function parseGitRevision(text: string): GitRevision | undefined {
  if (/^[A-Za-z]:[\\/]/.test(text)) return undefined;
  const colon = text.indexOf(":");
  // A revision that begins with a dash would be an option of git.
  if (colon < 1 || text.startsWith("-")) return undefined;
  return { revision: text.slice(0, colon), path: text.slice(colon + 1) };
}

/**
 * Reads the model files of a commit, with the rules of `readSources`. Nothing is checked out: the
 * working tree and the index stay as they are.
 *
 * @returns the sources, whose paths begin with the revision
 * @throws Error that names the revision or path that git does not find
 */
export async function readGitRevision(
  { revision, path }: GitRevision,
  cwd: string,
): Promise<readonly SourceText[]> {
  const object = await findObject({ revision, path }, cwd);
  const folder = await mkdtemp(join(tmpdir(), "tinsmith-git-"));
  try {
    // A file keeps its name, which determines how it is read.
    const root = join(folder, object.isFolder ? "tree" : basename(path));
    if (object.isFolder) await extractTree(object.id, root, cwd);
    else await writeFile(root, await readBlob(object.id, cwd));
    const sources = await readSources([root]);
    return sources.map((source) => ({
      ...source,
      path: [`${revision}:${path.replace(/\/+$/, "")}`, relative(root, source.path)]
        .filter((part, index) => index === 0 || part !== "")
        .join(path === "" ? "" : "/")
        .split(sep)
        .join("/"),
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function findObject(
  { revision, path }: GitRevision,
  cwd: string,
): Promise<{ readonly id: string; readonly isFolder: boolean }> {
  const name = `${revision}:${path}`;
  const parse = async (object: string, missing: string): Promise<string> => {
    const args = ["rev-parse", "--verify", "--end-of-options", object];
    return (await git(args, cwd, name, { "Needed a single revision": missing })).trim();
  };
  // git reports a missing revision and a missing path with the same message.
  await parse(revision, `the revision ${revision} is unknown`);
  const id = await parse(
    name,
    `${revision} does not contain ${path}. Expected a path relative to the root of the repository, or ./ and a path relative to the working directory`,
  );
  const type = (await git(["cat-file", "-t", id], cwd, name)).trim();
  if (type !== "tree" && type !== "blob") throw new Error(`${name} is a ${type}, not a file`);
  return { id, isFolder: type === "tree" };
}

/** @param reasons - clearer messages by the message of git that they replace */
async function git(
  args: readonly string[],
  cwd: string,
  name: string,
  reasons: Readonly<Record<string, string>> = {},
): Promise<string> {
  try {
    return (await run("git", args, { cwd, maxBuffer: 1 << 28 })).stdout;
  } catch (error) {
    const reason = reasonOf(error);
    throw new Error(`git cannot read ${name}: ${reasons[reason] ?? reason}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "ENOENT") return "git is not installed";
  const stderr = "stderr" in error ? String(error.stderr) : "";
  const line = stderr.split("\n").find((one) => one.trim() !== "");
  return line?.replace(/^fatal: /, "") ?? error.message;
}

/** Returns true for model files, and for the files that list model files. */
const isRelevant = (path: string): boolean =>
  /\.(?:smithy|json)$/.test(path) || basename(path) === "manifest";

async function extractTree(tree: string, root: string, cwd: string): Promise<void> {
  await mkdir(root);
  const listing = await git(["ls-tree", "-r", "-z", "--full-tree", tree], cwd, tree);
  const files = listing.split("\0").flatMap((entry) => {
    const [, mode, type, id = "", path = ""] = /^(\d+) (\w+) (\w+)\t([^]+)$/.exec(entry) ?? [];
    const isLink = mode === "120000";
    return type === "blob" && !isLink && isRelevant(path) ? [{ id, path }] : [];
  });
  const texts = await readBlobs(
    files.map(({ id }) => id),
    cwd,
  );
  for (const [index, { path }] of files.entries()) {
    const target = resolve(root, path);
    // A crafted repository could contain `..`.
    if (!target.startsWith(root + sep))
      throw new Error(`git lists a path outside of the repository: ${path}`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, texts[index] ?? "");
  }
}

async function readBlob(id: string, cwd: string): Promise<Uint8Array> {
  const [bytes] = await readBlobs([id], cwd);
  return bytes ?? new Uint8Array();
}

/** Reads files by object id, all with one process. */
async function readBlobs(ids: readonly string[], cwd: string): Promise<readonly Uint8Array[]> {
  if (ids.length === 0) return [];
  const child = spawn("git", ["cat-file", "--batch"], { cwd, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(ids.map((id) => `${id}\n`).join(""));
  const chunks: Uint8Array[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Uint8Array);
  const output = Buffer.concat(chunks);
  const texts: Uint8Array[] = [];
  for (let at = 0; texts.length < ids.length;) {
    const lineEnd = output.indexOf("\n", at);
    const header = output.toString("latin1", at, lineEnd);
    const size = Number(/ blob (\d+)$/.exec(header)?.[1] ?? Number.NaN);
    if (lineEnd < 0 || Number.isNaN(size)) throw new Error(`git cannot read an object: ${header}`);
    texts.push(output.subarray(lineEnd + 1, lineEnd + 1 + size));
    at = lineEnd + 1 + size + 1;
  }
  return texts;
}
