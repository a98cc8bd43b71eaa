import type { ControlNode } from "../syntax/nodes.js";
import type { Version } from "./definitions.js";
import { keyText } from "./evaluate-value.js";

/** The settings of the control section that matter after parsing. */
export interface FileSettings {
  readonly version: Version;
  readonly inputSuffix: string;
  readonly outputSuffix: string;
}

export function readSettings(controls: readonly ControlNode[]): FileSettings {
  const values = new Map<string, string>();
  for (const { key, value } of controls) {
    if (value.kind === "string") values.set(keyText(key), value.value);
  }
  return {
    version: values.get("version")?.startsWith("2") === true ? "2.0" : "1.0",
    inputSuffix: values.get("operationInputSuffix") ?? "Input",
    outputSuffix: values.get("operationOutputSuffix") ?? "Output",
  };
}
