import type { Generator } from "../generator.js";
import { targetNames } from "../project/plugin-names.js";
import type { TargetName } from "../project/plugin-names.js";

/**
 * The built-in targets, each loaded when a configuration names it. A new target needs a folder, a
 * line here and its name in `plugin-names.ts`.
 */
export const builtInTargets: Readonly<Record<TargetName, () => Promise<Generator>>> = {
  types: async () => (await import("../targets/types/types-target.js")).typesTarget,
  client: async () => (await import("../targets/client/client-target.js")).clientTarget,
  "mock-server": async () =>
    (await import("../targets/mock-server/mock-server-target.js")).mockServerTarget,
  "protocol-tests": async () =>
    (await import("../targets/protocol-tests/protocol-tests-target.js")).protocolTestsTarget,
  docs: async () => (await import("../targets/docs/docs-target.js")).docsTarget,
  model: async () => (await import("../targets/model/model-target.js")).modelTarget,
};

/** Reports whether a name is that of a built-in target. */
export function isTargetName(name: string): name is TargetName {
  return Object.hasOwn(builtInTargets, name);
}

/**
 * Returns the given targets and the targets whose packages they import, such as `types` for
 * `client`, in the order of the registry. Names of other targets are omitted.
 */
export async function withNeededTargets(names: readonly string[]): Promise<readonly string[]> {
  const needed = new Set(names);
  // Iteration of a set includes items added meanwhile, so transitive needs are added too.
  for (const name of needed) {
    if (!isTargetName(name)) continue;
    for (const other of (await builtInTargets[name]()).needs ?? []) needed.add(other);
  }
  return targetNames.filter((name) => needed.has(name));
}
