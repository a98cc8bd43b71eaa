import { optionTexts } from "./option-text.js";
import type { OptionText } from "./option-text.js";
import { artifactOptions } from "./pipeline/resolve-targets.js";
import { runOptions } from "./pipeline/run-plugin.js";
import { builtInTargets, isTargetName } from "./pipeline/target-registry.js";
import { configSchema, pluginSchema } from "./project/build-config.js";
import { artifactNames, targetNames } from "./project/plugin-names.js";

/** A plugin with its options. */
export interface PluginTexts {
  readonly name: string;
  readonly options: readonly OptionText[];
}

/** Returns the options of a configuration and of all plugins that Tinsmith has, from their schemas. */
export async function describeConfiguration(): Promise<{
  readonly configuration: readonly OptionText[];
  /** The options that every target has. */
  readonly common: readonly OptionText[];
  readonly targets: readonly PluginTexts[];
  /** The plugins that write data of the build, or run programs. */
  readonly others: readonly PluginTexts[];
}> {
  return {
    configuration: optionTexts(configSchema),
    common: optionTexts(pluginSchema),
    targets: await Promise.all(
      targetNames.filter(isTargetName).map(async (name) => ({
        name,
        options: optionTexts((await builtInTargets[name]()).options),
      })),
    ),
    others: [
      ...artifactNames.map((name) => ({ name, options: optionTexts(artifactOptions) })),
      { name: "run", options: optionTexts(runOptions) },
    ],
  };
}
