import { open, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { StateError } from "./change-log.js";

/**
 * Creates the file of a state unless it exists. Only its owner can read it. SQLite creates further
 * files next to it with the same permissions.
 *
 * @throws StateError if the path cannot be a file
 */
export async function prepareStateFile(path: string): Promise<void> {
  const file = resolve(path);
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() === true) {
    throw new StateError(`The state in ${path} cannot be opened: it is a folder. Expected a file.`);
  }
  if (found) return;
  try {
    // Another server may create the file at the same time, and write to it at once. Appending keeps
    // its content.
    await (await open(file, "a", ownerOnly)).close();
  } catch (cause) {
    throw new StateError(
      `The state in ${path} cannot be opened: ${creationProblem(cause, file)}.`,
      {
        cause,
      },
    );
  }
}

const ownerOnly = 0o600;

function creationProblem(cause: unknown, file: string): string {
  switch (codeOf(cause)) {
    case "ENOENT":
      return `the folder ${dirname(file)} does not exist`;
    case "ENOTDIR":
      return `${dirname(file)} is not a folder`;
    case "EACCES":
    case "EPERM":
      return `the folder ${dirname(file)} is not writable`;
    case "EROFS":
      return `${dirname(file)} is on a file system that is read-only`;
    case "ENOSPC":
      return "the disk is full";
    default:
      return cause instanceof Error ? cause.message : String(cause);
  }
}

/** Describes why the engine failed. For an unknown failure, returns the message of the engine. */
export function engineProblem(cause: unknown): string {
  // If the engine cannot open a file at all, its message ends in the number of the code.
  const code = / 14"?\)$/.test(String(cause)) ? "SQLITE_CANTOPEN" : codeOf(cause);
  const [, reason] = reasons.find(([start]) => code.startsWith(start)) ?? [];
  const own = cause instanceof Error ? cause.message : String(cause);
  return reason === undefined ? own : `${reason} (${code})`;
}

/** The prefixes of the engine's codes, each with its meaning. */
const reasons: readonly (readonly [code: string, reason: string])[] = [
  ["SQLITE_NOTADB", "the file is not a state of this kind. Use another path"],
  ["SQLITE_CORRUPT", "the file is damaged. Restore it, or start with a new file"],
  ["SQLITE_READONLY", "the file is read-only"],
  ["SQLITE_PERM", "the file belongs to another user"],
  ["SQLITE_CANTOPEN", "the file cannot be read, or its folder is not writable"],
  ["SQLITE_BUSY", "another process is writing to it"],
  ["SQLITE_FULL", "the disk is full"],
  ["SQLITE_IOERR", "the disk reports an error"],
];

const codeOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : "";
