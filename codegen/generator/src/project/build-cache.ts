import { createHash } from "node:crypto";
import { createModelLoader } from "@tinsmith/smithy";
import type { Diagnostic, LoadResult, ModelLoader, TransformResult } from "@tinsmith/smithy";
import type { ServicePlan } from "@tinsmith/service";
import type { DiskCache } from "../cache/disk-cache.js";
import type { GeneratedPackage } from "../generator.js";

/**
 * Caches the results of stages by a hash of their input, so that another run repeats only the work
 * that an edit affects. Pass the same cache to every run of a process.
 */
export interface BuildCache {
  /** The parsed sources, by projection. */
  readonly loaders: Map<string, ModelLoader>;
  readonly models: Memory<LoadResult>;
  readonly transforms: Memory<TransformResult>;
  readonly validations: Memory<readonly Diagnostic[]>;
  readonly plans: Memory<ServicePlan>;
  readonly packages: Memory<GeneratedPackage>;
  readonly texts: Memory<string>;
  /** The results on disk, which last between processes; absent if none are kept. */
  disk?: DiskCache | undefined;
}

export function createBuildCache(): BuildCache {
  return {
    loaders: new Map(),
    models: new Memory(),
    transforms: new Memory(),
    validations: new Memory(),
    plans: new Memory(),
    packages: new Memory(),
    texts: new Memory(),
  };
}

/** Returns the loader of a projection, the same one in every run. */
export function loaderFor(
  cache: BuildCache,
  projection: string,
  allowUnknownTraits: boolean,
): ModelLoader {
  const key = `${allowUnknownTraits} ${projection}`;
  const known = cache.loaders.get(key);
  if (known !== undefined) return known;
  const loader = createModelLoader({ allowUnknownTraits });
  cache.loaders.set(key, loader);
  return loader;
}

/** Ends a run and drops the results that it did not use. */
export function endRun(cache: BuildCache): void {
  for (const memory of Object.values(cache)) if (memory instanceof Memory) memory.endRun();
}

/** The cached results of one stage, by the hash of its input. */
export class Memory<Result> {
  #current = new Map<string, Result>();
  #previous = new Map<string, Result>();

  /**
   * Returns the cached result, or else the result of `make`. `cached` is true if it came from the
   * cache.
   */
  async get(
    key: string,
    make: () => Result | Promise<Result>,
  ): Promise<{ readonly result: Result; readonly cached: boolean }> {
    const known = this.#current.get(key) ?? this.#previous.get(key);
    const result = known ?? (await make());
    this.#current.set(key, result);
    return { result, cached: known !== undefined };
  }

  /** Returns the cached result, or else the result of a synchronous `make`. */
  getNow(key: string, make: () => Result): Result {
    const result = this.#current.get(key) ?? this.#previous.get(key) ?? make();
    this.#current.set(key, result);
    return result;
  }

  /** Makes a result available as if the previous run had made it. */
  seed(key: string, result: Result): void {
    this.#previous.set(key, result);
  }

  endRun(): void {
    this.#previous = this.#current;
    this.#current = new Map();
  }
}

/** Returns a short hash of texts and of the boundaries between them. */
export function hashOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("base64url").slice(0, 22);
}
