import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it. Unlike `mkdir` with `recursive`, which asks for ever where a
 * file system says of a new folder that it is not there (`/proc`), each of them is asked for once.
 *
 * @returns the first folder that was made, or nothing where all were there
 * @throws Error where one cannot be made, or a file stands in its place
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  const above = dirname(folder);
  const first = await tryToMake(folder);
  if (first !== "nothing above" || above === folder) return first === "made" ? folder : undefined;
  const created = await makeFolder(above);
  await mkdir(folder);
  return created ?? folder;
}

async function tryToMake(folder: string): Promise<"made" | "there" | "nothing above"> {
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
