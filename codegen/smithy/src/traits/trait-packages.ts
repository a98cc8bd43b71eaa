import type { ShapeId } from "../model/model.js";
import { shapeNamespace } from "../model/shape-id.js";

/**
 * The plugins of this project that define traits, by the namespace of the traits. A namespace
 * includes the namespaces below it.
 */
const packages: ReadonlyMap<string, string> = new Map([["alloy", "@tinsmith/alloy"]]);

/** Returns advice on how to define a shape, if a package of this project defines it. */
export function howToDefine(id: ShapeId): string | undefined {
  const [root = ""] = shapeNamespace(id).split(".");
  const name = packages.get(root);
  if (name === undefined) return undefined;
  const plugin = `${name}/tinsmith`;
  return (
    `${name} defines it: run "npm install ${name}", and add ${JSON.stringify(plugin)}: {} to ` +
    `"plugins" in smithy-build.json; without a build file, run "tinsmith generate" with "--protocol ${plugin}"`
  );
}
