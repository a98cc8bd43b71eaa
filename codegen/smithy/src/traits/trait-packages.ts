import type { ShapeId } from "../model/model.js";
import { shapeNamespace } from "../model/shape-id.js";

/**
 * The packages of this project that define traits and are plugins of a build, by the namespace of
 * the traits, which includes the namespaces below.
 */
const packages: ReadonlyMap<string, string> = new Map([["alloy", "@tinsmith/alloy"]]);

/**
 * Returns what to do so that a shape is defined, for shapes that a package of this project defines.
 */
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
