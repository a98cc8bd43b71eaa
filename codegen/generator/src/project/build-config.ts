import type { NodeObject, NodeValue } from "@tinsmith/smithy";
import * as v from "valibot";
import { isPackageName, packageNameRule } from "../package-name.js";

/** A group of plugins with its own transforms. */
export interface ProjectionConfig {
  /** Not built itself, but available to `apply` in other projections. */
  readonly abstract?: boolean | undefined;
  readonly imports?: readonly string[] | undefined;
  readonly transforms?: readonly TransformConfig[] | undefined;
  readonly plugins?: PluginConfigs | undefined;
}

/** A transform by name with its arguments. */
export interface TransformConfig {
  readonly name: string;
  readonly args?: NodeValue | undefined;
}

/** The options of plugins by name. */
export type PluginConfigs = Readonly<Record<string, NodeObject>>;

/**
 * The fields that the `package.json` of each generated package gets, as npm defines them. The
 * reference implementation ignores them with a warning.
 */
export type OwnerConfig = {
  readonly license?: string;
  readonly author?:
    | string
    | { readonly name: string; readonly email?: string; readonly url?: string };
  readonly homepage?: string;
  readonly bugs?: string | { readonly url?: string; readonly email?: string };
  readonly repository?:
    | string
    | {
        readonly type: string;
        readonly url: string;
        /** The folder of the configuration. The folder of each package is derived from it. */
        readonly directory?: string;
      };
};

/** A repository of Maven artifacts. Credentials have the form `user:password`. */
export interface MavenRepositoryConfig {
  readonly url: string;
  readonly id?: string | undefined;
  readonly httpCredentials?: string | undefined;
  readonly proxyHost?: string | undefined;
  readonly proxyCredentials?: string | undefined;
}

/** The Maven dependencies of a configuration. */
export interface MavenConfig {
  readonly dependencies: readonly string[];
  readonly repositories: readonly MavenRepositoryConfig[];
}

/**
 * A configuration as written, before defaults are applied.
 *
 * The types are written by hand because compilers cannot follow those that the schema would give:
 * the values of nodes are recursive.
 */
export interface BuildConfigInput {
  readonly version: "1.0" | "2.0";
  readonly sources?: readonly string[] | undefined;
  readonly imports?: readonly string[] | undefined;
  readonly plugins?: PluginConfigs | undefined;
  readonly npm?: OwnerConfig | undefined;
  readonly outputDirectory?: string | undefined;
  readonly ignoreMissingPlugins?: boolean | undefined;
  readonly maven?:
    | { readonly [Key in keyof MavenConfig]?: MavenConfig[Key] | undefined }
    | undefined;
  readonly projections?: Readonly<Record<string, ProjectionConfig>> | undefined;
}

/** A configuration with its defaults. */
export interface BuildConfig extends BuildConfigInput {
  readonly sources: readonly string[];
  readonly imports: readonly string[];
  readonly plugins: PluginConfigs;
  readonly outputDirectory: string;
  readonly maven?: MavenConfig | undefined;
  readonly projections: Readonly<Record<string, ProjectionConfig>>;
}

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
  abstract: v.optional(v.boolean()),
  imports: v.optional(v.array(v.string())),
  transforms: v.optional(
    v.array(v.strictObject({ name: v.string(), args: v.optional(nodeValue) })),
  ),
  plugins: v.optional(v.record(v.string(), nodeObject)),
});

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
}) satisfies v.GenericSchema<BuildConfigInput, BuildConfig>;

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
