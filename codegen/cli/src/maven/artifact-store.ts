import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { MavenError, artifactFolder, artifactPath, isRange, shown } from "./coordinates.js";
import type { Artifact } from "./coordinates.js";
import { download, maxBytes } from "./download.js";
import type { Send } from "./download.js";
import { readPom, readVersions } from "./read-pom.js";
import type { Pom } from "./read-pom.js";
import { folderRepository } from "./repository-settings.js";
import type { Repository } from "./repository-settings.js";
import { highestIn } from "./versions.js";

/** Reads artifacts: first from the local cache, then from the repositories in their order. */
export interface ArtifactStore {
  /** Returns the POM of an artifact, or `undefined` if nothing has it. */
  readPom(artifact: Artifact): Promise<Pom | undefined>;
  /** Returns the file of an artifact. */
  readFile(artifact: Artifact): Promise<Uint8Array>;
  /**
   * Returns the artifact with the highest version of its range. An artifact without a range is
   * returned as is.
   */
  settle(artifact: Artifact): Promise<Artifact>;
}

export interface StoreOptions {
  /** The folder of the local cache, in the layout of Maven. Downloads are kept there. */
  readonly cache: string;
  readonly repositories: readonly Repository[];
  readonly send?: Send | undefined;
}

export function createStore({ cache, repositories, send }: StoreOptions): ArtifactStore {
  const local = folderRepository(cache);
  const poms = new Map<string, Promise<Pom | undefined>>();

  async function find(path: string, limit: number): Promise<Uint8Array | undefined> {
    const kept = await download(local, path, limit);
    if (kept !== undefined) return kept;
    for (const repository of repositories) {
      const bytes = await download(repository, path, limit, send);
      if (bytes === undefined) continue;
      await verify(repository, path, bytes);
      if (repository.url.protocol === "https:") await keep(join(cache, path), bytes);
      return bytes;
    }
    return undefined;
  }

  /** Compares a file with the strongest checksum that the repository has. */
  async function verify(repository: Repository, path: string, bytes: Uint8Array): Promise<void> {
    for (const algorithm of ["sha256", "sha1"]) {
      const file = `${path}.${algorithm}`;
      const text = await download(repository, file, maxBytes.checksum, send);
      if (text === undefined) continue;
      const [expected = ""] = new TextDecoder().decode(text).trim().split(/\s+/);
      if (expected.toLowerCase() === digestOf(algorithm, bytes)) return;
      throw new MavenError(`${path} does not match its checksum ${file}`);
    }
  }

  async function versionsOf(artifact: Artifact): Promise<ReadonlySet<string>> {
    const folder = artifactFolder(artifact);
    const entries = await readdir(join(cache, folder), { withFileTypes: true }).catch(() => []);
    const found = new Set(entries.filter((each) => each.isDirectory()).map(({ name }) => name));
    for (const repository of repositories) {
      const path = `${folder}/maven-metadata.xml`;
      const bytes = await download(repository, path, maxBytes.pom, send);
      if (bytes === undefined) continue;
      for (const each of readVersions(new TextDecoder().decode(bytes), path)) found.add(each);
    }
    return found;
  }

  return {
    readPom(artifact) {
      const path = artifactPath({ ...artifact, type: "pom", classifier: "" });
      const known = poms.get(path);
      if (known !== undefined) return known;
      const read = find(path, maxBytes.pom).then(
        (bytes) => bytes && readPom(new TextDecoder().decode(bytes), path),
      );
      poms.set(path, read);
      return read;
    },
    async readFile(artifact) {
      const bytes = await find(artifactPath(artifact), maxBytes.archive);
      if (bytes === undefined) throw notFound(artifact, repositories);
      return bytes;
    },
    async settle(artifact) {
      if (!isRange(artifact.version)) return artifact;
      const version = highestIn(artifact.version, await versionsOf(artifact));
      if (version === undefined) throw notFound(artifact, repositories);
      return { ...artifact, version };
    },
  };
}

/** Returns a checksum as hexadecimal digits. */
export const digestOf = (algorithm: string, bytes: Uint8Array): string =>
  createHash(algorithm).update(bytes).digest("hex");

/**
 * Writes a file atomically, so that readers never see a partial file. Failures are ignored, because
 * the cache only saves time.
 */
async function keep(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, bytes);
    await rename(part, path);
  } catch {
    await rm(part, { force: true }).catch(() => undefined);
  }
}

function notFound(artifact: Artifact, repositories: readonly Repository[]): MavenError {
  const asked = repositories.map(({ url }) => url.href);
  if (asked.length > 0) {
    return new MavenError(
      `${shown(artifact)} was not found in the local Maven cache or in ${asked.join(", ")}`,
    );
  }
  return new MavenError(
    `${shown(artifact)} is not in the local Maven cache, and no repository is set. Set SMITHY_MAVEN_REPOS to the address of one, such as that of Maven Central, or list it in "maven": { "repositories": [{ "url": "https://…" }] }`,
  );
}
