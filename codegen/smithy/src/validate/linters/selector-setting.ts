import { parseSelector } from "../../select/selector.js";
import type { Selector } from "../../select/selector.js";
import { SelectorSyntaxError } from "../../select/selector-syntax.js";
import { ConfigurationError } from "./linter.js";
import type { Configuration } from "./linter.js";

/** The required selector of a configuration. */
export function selectorSetting(configuration: Configuration, key: string): Selector {
  const text = configuration[key];
  if (text === undefined) throw new ConfigurationError(`${key} is required`);
  if (typeof text !== "string") {
    throw new ConfigurationError(
      `Deserialization error at (/${key}): expected a string that contains a selector`,
      ["configuration", key],
    );
  }
  try {
    return parseSelector(text);
  } catch (problem) {
    if (!(problem instanceof SelectorSyntaxError)) throw problem;
    throw new ConfigurationError(
      `Deserialization error at (/${key}): unable to create software.amazon.smithy.model.selector.Selector from ${JSON.stringify(text)}: Unable to deserialize Node using fromNode method: ${problem.message}`,
      ["configuration", key],
    );
  }
}
