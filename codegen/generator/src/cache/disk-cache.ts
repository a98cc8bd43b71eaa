import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  futimesSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isPrivate } from "./cache-folder.js";

/** The result of a stage, as it was kept. */
export interface DiskEntry {
  /** The hash of everything that the result depends on. */
  readonly key: string;
  /** Plain data, as JSON kept it. */
  readonly value: unknown;
  /** Bytes that belong to the value. */
  readonly bytes: Buffer;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The limits of the cache. Entries that were not used for `ageMs` are removed first, then the
 * oldest ones.
 */
const limits = { ageMs: 30 * dayMs, bytes: 512 * 1024 * 1024 } as const;

const entryName = /^[0-9a-f]{32}\.entry$/;
const temporaryName = /^[0-9a-f]{32}\.[0-9a-f]{16}\.tmp$/;

/**
 * Keeps the last result of each stage in a separate file, named by a slot such as a target of a
 * configuration. An entry contains its key and a checksum. An entry counts as a miss if it is
 * damaged, belongs to another input, or is writable by other users. Faults of the disk never fail a
 * build.
 */
export class DiskCache {
  readonly #folder: string;
  /** The version of the generator. Entries of other versions count as misses. */
  readonly #generator: string;
  #hasWritten = false;

  constructor(folder: string, generator: string) {
    this.#folder = folder;
    this.#generator = generator;
  }

  /** Returns the entry of a slot, which may have another key than the caller needs. */
  read(slot: string): DiskEntry | undefined {
    try {
      return parseEntry(readPrivate(pathOf(this.#folder, slot)), slot, this.#generator);
    } catch {
      return undefined;
    }
  }

  /**
   * Replaces the entry of a slot atomically, so that other builds see either the old or the new
   * entry.
   */
  write(slot: string, { key, value, bytes }: DiskEntry): void {
    const stored: Stored = { generator: this.#generator, slot, key, value };
    const body = Buffer.concat([Buffer.from(JSON.stringify(stored)), bytes]);
    const jsonLength = body.length - bytes.length;
    const header = `tinsmith 1 ${jsonLength} ${digest(body)}\n`;
    const path = pathOf(this.#folder, slot);
    const temporary = path.replace(/entry$/, `${randomBytes(8).toString("hex")}.tmp`);
    try {
      writeFileSync(temporary, Buffer.concat([Buffer.from(header), body]), {
        flag: "wx",
        mode: 0o600,
      });
      renameSync(temporary, path);
      this.#hasWritten = true;
    } catch {
      rmSync(temporary, { force: true });
    }
  }

  /**
   * Removes entries beyond the limits and leftovers of killed builds, if this build wrote an entry.
   */
  endRun(): void {
    if (!this.#hasWritten) return;
    this.#hasWritten = false;
    try {
      prune(this.#folder);
    } catch {
      // Another build removed the same files.
    }
  }
}

/** The JSON of an entry. */
interface Stored {
  readonly generator: string;
  readonly slot: string;
  readonly key: string;
  readonly value: unknown;
}

const pathOf = (folder: string, slot: string): string =>
  join(folder, `${digest(slot).slice(0, 32)}.entry`);

function digest(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}

/** Reads a file that is not a link and that only this user can write. */
function readPrivate(path: string): Buffer {
  // Windows has no such flag.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const found = fstatSync(file);
    if (!found.isFile() || !isPrivate(found)) throw new Error("not a private file");
    const now = new Date();
    if (now.getTime() - found.mtimeMs > dayMs) futimesSync(file, now, now);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function parseEntry(content: Buffer, slot: string, generator: string): DiskEntry | undefined {
  const end = content.indexOf("\n");
  const header = /^tinsmith 1 (\d+) ([0-9a-f]{64})$/.exec(content.toString("latin1", 0, end));
  const body = content.subarray(end + 1);
  if (header?.[2] !== digest(body)) return undefined;
  const length = Number(header[1]);
  // The checksum holds, so this is what `write` wrote.
  const read = JSON.parse(body.toString("utf8", 0, length)) as Stored;
  if (read.slot !== slot || read.generator !== generator) return undefined;
  return { key: read.key, value: read.value, bytes: body.subarray(length) };
}

function prune(folder: string): void {
  const now = Date.now();
  const kept: { readonly path: string; readonly size: number; readonly mtimeMs: number }[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isEntry = entryName.test(name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined || !(isEntry || temporaryName.test(name))) continue;
    const age = now - found.mtimeMs;
    if (age > (isEntry ? limits.ageMs : dayMs)) rmSync(path, { force: true });
    else if (isEntry) kept.push({ path, size: found.size, mtimeMs: found.mtimeMs });
  }
  let total = kept.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of kept.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (total <= limits.bytes) return;
    rmSync(path, { force: true });
    total -= size;
  }
}
