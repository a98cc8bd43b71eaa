import type { NodeValue } from "@tinsmith/smithy";
import * as v from "valibot";
import { isPackageName, packageNameRule } from "../package-name.js";

const nodeValue: v.GenericSchema<NodeValue> = v.lazy(() =>
  v.union([
    v.null(),
    v.boolean(),
    v.number(),
    v.string(),
    v.array(nodeValue),
    v.record(v.string(), nodeValue),
  ]),
);
const nodeObject = v.record(v.string(), nodeValue);

const projectionSchema = v.strictObject({
  /** Not built itself, but available to `apply` in other projections. */
  abstract: v.optional(v.boolean()),
  imports: v.optional(v.array(v.string())),
  transforms: v.optional(
    v.array(v.strictObject({ name: v.string(), args: v.optional(nodeValue) })),
  ),
  plugins: v.optional(v.record(v.string(), nodeObject)),
});

/**
 * The fields that the `package.json` of each generated package gets, as npm defines them. The
 * reference implementation ignores them with a warning.
 */
const ownerSchema = v.strictObject({
  license: v.exactOptional(v.string()),
  author: v.exactOptional(
    v.union([
      v.string(),
      v.strictObject({
        name: v.string(),
        email: v.exactOptional(v.string()),
        url: v.exactOptional(v.string()),
      }),
    ]),
  ),
  homepage: v.exactOptional(v.string()),
  bugs: v.exactOptional(
    v.union([
      v.string(),
      v.strictObject({ url: v.exactOptional(v.string()), email: v.exactOptional(v.string()) }),
    ]),
  ),
  repository: v.exactOptional(
    v.union([
      v.string(),
      v.strictObject({
        type: v.string(),
        url: v.string(),
        /** The folder of the configuration. The folder of each package is derived from it. */
        directory: v.exactOptional(v.string()),
      }),
    ]),
  ),
});

/**
 * Maven dependencies. The addresses are checked elsewhere, because messages of this schema would show
 * credentials in them.
 */
const mavenSchema = v.strictObject({
  dependencies: v.optional(v.array(v.string()), []),
  repositories: v.optional(
    v.array(
      v.strictObject({
        url: v.string(),
        id: v.optional(v.string()),
        httpCredentials: v.optional(v.string()),
        proxyHost: v.optional(v.string()),
        proxyCredentials: v.optional(v.string()),
      }),
    ),
    [],
  ),
});

/**
 * `smithy-build.json`, the ecosystem's configuration
 * (https://smithy.io/2.0/guides/smithy-build-json.html).
 */
export const configSchema = v.strictObject({
  version: v.picklist(["1.0", "2.0"]),
  sources: v.optional(v.array(v.string()), ["model"]),
  imports: v.optional(v.array(v.string()), []),
  plugins: v.optional(v.record(v.string(), nodeObject), {}),
  npm: v.optional(ownerSchema),
  outputDirectory: v.optional(v.string(), "build/smithy"),
  ignoreMissingPlugins: v.optional(v.boolean()),
  maven: v.optional(mavenSchema),
  projections: v.optional(v.record(v.string(), projectionSchema), {}),
});

export type BuildConfig = v.InferOutput<typeof configSchema>;

/** The Maven dependencies of a configuration. */
export type MavenConfig = v.InferOutput<typeof mavenSchema>;

/** A configuration as written, before defaults are applied. */
export type BuildConfigInput = v.InferInput<typeof configSchema>;

/** The options that every plugin supports; the others belong to its target. */
export const pluginSchema = v.looseObject({
  /**
   * The absolute id of the service. Default: that of another plugin, or the only one of the model.
   */
  service: v.optional(v.string()),
  /** The npm name of the package. */
  package: v.optional(
    v.pipe(v.string(), v.check(isPackageName, `an npm package name: ${packageNameRule}`)),
  ),
  /**
   * The folder of the package, relative to the configuration. Default: below the folder of its
   * projection.
   */
  output: v.optional(v.string()),
});
