import type { NodeValue } from "@tinsmith/smithy";
import * as v from "valibot";

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
  /** Only there for others to `apply`. */
  abstract: v.optional(v.boolean()),
  imports: v.optional(v.array(v.string())),
  transforms: v.optional(
    v.array(v.strictObject({ name: v.string(), args: v.optional(nodeValue) })),
  ),
  plugins: v.optional(v.record(v.string(), nodeObject)),
});

/**
 * `smithy-build.json`, the ecosystem's configuration
 * (https://smithy.io/2.0/guides/smithy-build-json.html). What belongs to the reference's Maven
 * machinery is accepted and has no effect.
 */
export const configSchema = v.strictObject({
  version: v.picklist(["1.0", "2.0"]),
  sources: v.optional(v.array(v.string()), ["model"]),
  imports: v.optional(v.array(v.string()), []),
  plugins: v.optional(v.record(v.string(), nodeObject), {}),
  outputDirectory: v.optional(v.string(), "build/smithy"),
  ignoreMissingPlugins: v.optional(v.boolean()),
  maven: v.optional(v.unknown()),
  projections: v.optional(v.record(v.string(), projectionSchema), {}),
});

export type BuildConfig = v.InferOutput<typeof configSchema>;

/** A configuration as it is written, before defaults. */
export type BuildConfigInput = v.InferInput<typeof configSchema>;

/** Options that every plugin understands; the others are its target's. */
export const pluginSchema = v.looseObject({
  /**
   * The absolute id of the service; another plugin's, or the model's only one, where it is left
   * out.
   */
  service: v.optional(v.string()),
  /** The npm name of the package. */
  package: v.optional(v.string()),
  /** Where the package is, relative to the configuration; its projection's folder without it. */
  output: v.optional(v.string()),
});
