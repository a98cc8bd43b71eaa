import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Creates a folder and its parents, trying each once. `mkdir` with `recursive` never returns on
 * file systems that report a new folder as missing (`/proc`).
 *
 * @returns the first folder that was created, or `undefined` if all existed
 * @throws Error if a folder cannot be created, or a file has its path
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  const above = dirname(folder);
  const first = await tryToCreate(folder);
  if (first !== "nothing above" || above === folder) return first === "made" ? folder : undefined;
  const created = await makeFolder(above);
  // Another build may create it at the same time.
  const second = await tryToCreate(folder);
  if (second === "nothing above") await mkdir(folder);
  return created ?? (second === "made" ? folder : undefined);
}

async function tryToCreate(folder: string): Promise<"made" | "there" | "nothing above"> {
  try {
    await mkdir(folder);
    return "made";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return "nothing above";
    const found = await stat(folder).catch(() => undefined);
    if (found?.isDirectory() !== true) throw error;
    return "there";
  }
}
