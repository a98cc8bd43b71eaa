import { resolve } from "node:path";
import type { Diagnostic, NodeValue, Transform } from "@tinsmith/smithy";
import type { BuildConfig } from "./build-config.js";
import { messages } from "./build-messages.js";
import type { JsonDocument } from "./json-document.js";

/** The projection of the unchanged model, which always exists. */
export const sourceProjection = "source";

/** A path into the configuration. */
export type ConfigPath = readonly (string | number)[];

/** A plugin of a projection. */
export interface ProjectionPlugin {
  /** The key in `plugins`. */
  readonly key: string;
  readonly value: Readonly<Record<string, NodeValue>>;
  readonly at: ConfigPath;
  /**
   * True if its `output` applies to this projection. An `output` at the top of the configuration
   * applies only to the source projection.
   */
  readonly ownsOutput: boolean;
}

/** A projection that is built. */
export interface Projection {
  readonly name: string;
  readonly imports: readonly string[];
  readonly transforms: readonly Transform[];
  readonly plugins: readonly ProjectionPlugin[];
  /** Absolute. Plugins without an `output` write below it. */
  readonly folder: string;
}

const namePattern = /^[A-Za-z0-9]+[A-Za-z0-9\-_.]*$/;

/**
 * Returns the projections of a configuration, the source projection first, the others by name
 * (https://smithy.io/2.0/guides/smithy-build-json.html#projections). Abstract ones, which
 * only hold transforms for others, are omitted.
 */
export function projectionsOf(config: BuildConfig, folder: string): readonly Projection[] {
  const names = Object.keys(config.projections)
    .filter((name) => name !== sourceProjection && config.projections[name]?.abstract !== true)
    .sort();
  const output = resolve(folder, config.outputDirectory);
  return [sourceProjection, ...names].map((name) => {
    const own = config.projections[name];
    const plugins = new Map<string, ProjectionPlugin>();
    for (const [key, value] of Object.entries(config.plugins)) {
      const ownsOutput = name === sourceProjection;
      plugins.set(key, { key, value, at: ["plugins", key], ownsOutput });
    }
    for (const [key, value] of Object.entries(own?.plugins ?? {})) {
      const at = ["projections", name, "plugins", key];
      plugins.set(key, { key, value, at, ownsOutput: true });
    }
    return {
      name,
      imports: own?.imports ?? [],
      transforms: own?.transforms ?? [],
      plugins: [...plugins.values()],
      folder: resolve(output, name),
    };
  });
}

/** Reports problems of the projections of a configuration, except those of their transforms. */
export function checkProjections(
  config: BuildConfig,
  document: JsonDocument,
): readonly Diagnostic[] {
  return Object.entries(config.projections).flatMap(([name, projection]) => {
    const at = ["projections", name];
    const problems: Diagnostic[] = [];
    const report = (path: ConfigPath, reason: string) => {
      const span = document.spanOf(path, "key");
      problems.push(messages.configValue(path.join("."), reason, { span }));
    };
    if (!namePattern.test(name)) {
      report(at, "A name consists of letters and digits, with - _ or . between them");
    }
    for (const key of ["imports", "plugins"] as const) {
      if (projection.abstract === true && projection[key] !== undefined) {
        report([...at, key], `An abstract projection cannot have ${key}, because it is not built`);
      }
    }
    if (name === sourceProjection && (projection.transforms?.length ?? 0) > 0) {
      report([...at, "transforms"], "The source projection cannot have transforms");
    }
    return problems;
  });
}

/** Returns the transforms of all projections, including abstract ones, for `apply`. */
export function transformsByProjection(
  config: BuildConfig,
): ReadonlyMap<string, readonly Transform[]> {
  return new Map(
    Object.entries(config.projections).map(([name, { transforms = [] }]) => [name, transforms]),
  );
}
