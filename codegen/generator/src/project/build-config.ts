import type { NodeObject, NodeValue } from "@tinsmith/smithy";
import * as v from "valibot";
import { described } from "../option-text.js";
import { isPackageName, packageNameRule } from "../package-name.js";

/** A group of plugins with its own transforms. */
export interface ProjectionConfig {
  /** True if the projection is not built itself, but available to `apply` in other projections. */
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
 * The types are written by hand, because compilers cannot follow the types that the schema would
 * infer: the values of nodes are recursive.
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

const plugins = v.record(v.string(), nodeObject);

const projectionSchema = v.strictObject({
  abstract: v.optional(
    described(
      v.boolean(),
      "Makes a projection that is not built, whose transforms others can `apply`. Default: `false`.",
    ),
  ),
  imports: v.optional(described(v.array(v.string()), "Further sources, for this projection only.")),
  transforms: v.optional(
    described(
      v.array(
        v.strictObject({
          name: described(v.string(), "The name of a transform of Smithy."),
          args: v.optional(described(nodeValue, "Its arguments.")),
        }),
      ),
      "[Transforms](https://smithy.io/2.0/guides/smithy-build-json.html#transforms) of the model, in their order.",
    ),
  ),
  plugins: v.optional(
    described(
      plugins,
      "Plugins of this projection; one overrides that of the same name at the top.",
    ),
  ),
});

const ownerSchema = v.strictObject({
  license: v.exactOptional(described(v.string(), "The license of the packages.")),
  author: v.exactOptional(
    described(
      v.union([
        v.string(),
        v.strictObject({
          name: v.string(),
          email: v.exactOptional(v.string()),
          url: v.exactOptional(v.string()),
        }),
      ]),
      "Their author.",
    ),
  ),
  homepage: v.exactOptional(described(v.string(), "The address of their homepage.")),
  bugs: v.exactOptional(
    described(
      v.union([
        v.string(),
        v.strictObject({ url: v.exactOptional(v.string()), email: v.exactOptional(v.string()) }),
      ]),
      "Where problems are reported.",
    ),
  ),
  repository: v.exactOptional(
    described(
      v.union([
        v.string(),
        v.strictObject({
          type: v.string(),
          url: v.string(),
          directory: v.exactOptional(v.string()),
        }),
      ]),
      "Their repository. `directory` is the folder of the configuration; that of each package is derived from it.",
    ),
  ),
});

/**
 * Maven dependencies. The addresses are checked elsewhere, because messages of this schema would show
 * credentials in them.
 */
const mavenSchema = v.strictObject({
  dependencies: v.optional(
    described(
      v.array(v.string()),
      "Coordinates of artifacts with models: `com.example:shared-model:[1.2,2.0)`.",
    ),
    [],
  ),
  repositories: v.optional(
    described(
      v.array(
        v.strictObject({
          url: described(v.string(), "The address of the repository. Plain HTTP is refused."),
          id: v.optional(described(v.string(), "A name for messages.")),
          httpCredentials: v.optional(
            described(v.string(), "`user:password`, usually from environment variables."),
          ),
          proxyHost: v.optional(described(v.string(), "The proxy to use.")),
          proxyCredentials: v.optional(described(v.string(), "`user:password` for the proxy.")),
        }),
      ),
      "Repositories of Maven artifacts.",
    ),
    [],
  ),
});

/**
 * `smithy-build.json`, the ecosystem's configuration
 * (https://smithy.io/2.0/guides/smithy-build-json.html).
 */
export const configSchema = v.strictObject({
  version: described(v.picklist(["1.0", "2.0"]), "The version of the format."),
  sources: v.optional(
    described(
      v.array(v.string()),
      "Model files, folders and installed npm packages with the model.",
    ),
    ["model"],
  ),
  imports: v.optional(
    described(
      v.array(v.string()),
      "Further models, such as shared shapes. They are not part of what the plugin `sources` writes.",
    ),
    [],
  ),
  plugins: v.optional(
    described(
      plugins,
      "What is generated: a target, or the module of a custom generator or protocol, with its options. `types::second` is another use of `types`.",
    ),
    {},
  ),
  npm: v.optional(
    described(
      ownerSchema,
      "Fields that the `package.json` of each generated package gets. The reference implementation ignores them with a warning.",
    ),
  ),
  outputDirectory: v.optional(
    described(v.string(), "The folder of plugins without an `output`."),
    "build/smithy",
  ),
  ignoreMissingPlugins: v.optional(
    described(
      v.boolean(),
      "Skips plugins that are unknown or not installed with a warning. Default: `false`.",
    ),
  ),
  maven: v.optional(described(mavenSchema, "Dependencies whose models are read.")),
  projections: v.optional(
    described(
      v.record(v.string(), projectionSchema),
      "Other views of the model by name, with separate packages. The unchanged model is the projection `source`.",
    ),
    {},
  ),
}) satisfies v.GenericSchema<BuildConfigInput, BuildConfig>;

/** The folder of a plugin's files. */
export const outputOption = v.optional(
  described(
    v.string(),
    "The output folder, relative to the configuration. Default: `<outputDirectory>/<projection>/<plugin>`.",
  ),
);

/** The options that every target supports; the others belong to the target. */
export const pluginSchema = v.looseObject({
  service: v.optional(
    described(
      v.string(),
      "The absolute id of the service. Default: that of another plugin, or the only one of the model.",
    ),
  ),
  package: v.optional(
    described(
      v.pipe(v.string(), v.check(isPackageName, `an npm package name: ${packageNameRule}`)),
      "The npm name of the package.",
    ),
  ),
  output: outputOption,
});
