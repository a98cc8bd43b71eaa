import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeStagingFolder, sweepStagingFolders } from "./staging-folder.js";

/**
 * Replaces the content of an existing file atomically: even if the process is killed, the file has
 * either its old or its new content. If the path is a link, the linked file is replaced.
 * Permissions are preserved.
 *
 * @throws Error if the file cannot be written
 */
export async function replaceFile(path: string, content: string): Promise<void> {
  const file = await realpath(path);
  const { mode } = await stat(file);
  await sweepStagingFolders(dirname(file));
  const folder = await makeStagingFolder(dirname(file));
  try {
    await writeFile(join(folder, "0"), content, { mode });
    await rename(join(folder, "0"), file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
