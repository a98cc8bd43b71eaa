import { createHash, randomBytes } from "node:crypto";
import { lstat, mkdir, readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** Distinguishes machines and containers, which number their processes separately. */
const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

const namePattern = /^\.tinsmith-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/;

/** The age at which a folder counts as a leftover, regardless of the process that created it. */
const oldestMs = 24 * 60 * 60 * 1000;

/** Creates an empty folder for files that are not complete yet. Its name states its process. */
export async function makeStagingFolder(parent: string): Promise<string> {
  const name = `.tinsmith-${host}-${process.pid}-${randomBytes(6).toString("hex")}.tmp`;
  await mkdir(join(parent, name), { mode: 0o700 });
  return join(parent, name);
}

/**
 * Removes the staging folders that killed processes left in a folder. The folders of running
 * processes are kept. The folders of other users and machines are kept until they are old. Links
 * are not followed.
 */
export async function sweepStagingFolders(parent: string): Promise<void> {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const [, machine, pid] = namePattern.exec(entry.name) ?? [];
    if (machine === undefined || !entry.isDirectory()) continue;
    const path = join(parent, entry.name);
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined || found.uid !== (process.getuid?.() ?? found.uid)) continue;
    const isLeft = machine === host && !isRunning(Number(pid));
    // Another build may remove it at the same time, or its disk may be read-only.
    if (isLeft || Date.now() - found.mtimeMs > oldestMs) {
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
