import { homedir } from "node:os";
import { join } from "node:path";
import type { DependencyModels, DependencyRequest } from "@tinsmith/codegen";
import type { SourceText } from "@tinsmith/smithy";
import { createStore } from "./artifact-store.js";
import type { ArtifactStore } from "./artifact-store.js";
import { MavenError, parseCoordinates, shown } from "./coordinates.js";
import type { Send } from "./download.js";
import { checkAgainstLock, configHash, lockName, readLock, writeLock } from "./lock-file.js";
import type { LockFile, ReadArtifact } from "./lock-file.js";
import { readJar } from "./read-jar.js";
import { repositoriesOf } from "./repository-settings.js";
import { resolveArtifacts } from "./resolve-artifacts.js";

/** The artifacts of the Smithy tools. Their models are part of every model already. */
const toolArtifacts = new Set(
  ["build", "cli", "diff", "model", "syntax", "utils"].map(
    (name) => `software.amazon.smithy:smithy-${name}`,
  ),
);

/** The number of concurrent downloads. */
const parallel = 8;

export interface MavenOptions {
  /** Replaces the network in tests. */
  readonly send?: Send;
}

/**
 * Reads the models of the Maven dependencies of a configuration. If there is a lock file, they must
 * match it.
 *
 * @throws MavenError for faults of the configuration, a repository or an artifact
 */
export async function mavenDependencies(
  request: DependencyRequest,
  options: MavenOptions = {},
): Promise<DependencyModels> {
  const { env, folder, maven } = request;
  const inputs = [join(folder, lockName)];
  const mode = env["SMITHY_DEPENDENCY_MODE"] ?? "standard";
  if (!["standard", "ignore", "forbid"].includes(mode)) {
    throw new MavenError(
      `Unknown SMITHY_DEPENDENCY_MODE ${JSON.stringify(mode)}. Expected one of: standard, ignore, forbid`,
    );
  }
  if (maven.dependencies.length === 0 || mode === "ignore")
    return { sources: [], withCode: [], inputs };
  if (mode === "forbid") {
    throw new MavenError("SMITHY_DEPENDENCY_MODE is forbid, so Maven dependencies are not allowed");
  }
  const lock = await readLock(folder);
  const { store, hash } = settingsOf(request, lock, options);
  if (lock !== undefined && lock.configHash !== hash) {
    throw new MavenError(
      `${lockName} belongs to other dependencies or repositories. Lock again with "tinsmith lock"`,
    );
  }
  const named = lock === undefined ? maven.dependencies : Object.keys(lock.artifacts);
  const artifacts = await readArtifacts(named, store);
  if (lock !== undefined) checkAgainstLock(lock, artifacts);
  return { ...(await modelsOf(artifacts)), inputs };
}

/**
 * Resolves the Maven dependencies of a configuration and writes them to the lock file next to it.
 *
 * @throws MavenError for faults of the configuration, a repository or an artifact
 */
export async function lockDependencies(
  request: DependencyRequest,
  options: MavenOptions = {},
): Promise<{ readonly path: string; readonly count: number }> {
  const { store, hash, addresses } = settingsOf(request, undefined, options);
  const artifacts = await readArtifacts(request.maven.dependencies, store);
  const path = await writeLock(request.folder, hash, addresses, artifacts);
  return { path, count: artifacts.length };
}

/** Returns the configured repositories; by default, those that the lock file names. */
function settingsOf(
  { env, maven }: DependencyRequest,
  lock: LockFile | undefined,
  { send }: MavenOptions,
) {
  const set = repositoriesOf(maven.repositories, env["SMITHY_MAVEN_REPOS"]);
  const locked = lock?.repositories ?? [];
  const repositories =
    set.length > 0
      ? set
      : repositoriesOf(
          locked.map((url) => ({ url })),
          undefined,
        );
  const addresses = repositories.map(({ address }) => address);
  const cache = env["SMITHY_MAVEN_CACHE"] ?? join(homedir(), ".m2", "repository");
  return {
    store: createStore({ cache, repositories, send }),
    hash: configHash(maven.dependencies, addresses),
    addresses,
  };
}

async function readArtifacts(
  named: readonly string[],
  store: ArtifactStore,
): Promise<readonly ReadArtifact[]> {
  const resolved = await resolveArtifacts(named.map(parseCoordinates), store);
  const wanted = resolved.filter(({ group, name }) => !toolArtifacts.has(`${group}:${name}`));
  const read: ReadArtifact[] = [];
  for (let start = 0; start < wanted.length; start += parallel) {
    const some = wanted.slice(start, start + parallel).map(async (artifact) => ({
      artifact,
      bytes: await store.readFile(artifact),
    }));
    read.push(...(await Promise.all(some)));
  }
  return read;
}

async function modelsOf(artifacts: readonly ReadArtifact[]) {
  const sources: SourceText[] = [];
  const withCode: string[] = [];
  for (const { artifact, bytes } of artifacts) {
    if (artifact.type !== "jar") continue;
    const { models, hasCode } = await readJar(bytes, shown(artifact));
    if (hasCode) withCode.push(shown(artifact));
    for (const { path, text } of models) {
      sources.push({ path: `${shown(artifact)}/${path}`, text, isDependency: true });
    }
  }
  return { sources, withCode };
}
