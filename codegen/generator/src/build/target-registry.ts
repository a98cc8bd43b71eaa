import type { Generator } from "../generator.js";

/**
 * The targets that come with the generator, each loaded when a configuration names it. A new
 * target is a folder and a line here.
 */
export const builtInTargets: Readonly<Record<string, () => Promise<Generator>>> = {
  types: async () => (await import("../targets/types/types-target.js")).typesTarget,
  client: async () => (await import("../targets/client/client-target.js")).clientTarget,
  "mock-server": async () =>
    (await import("../targets/mock-server/mock-server-target.js")).mockServerTarget,
  docs: async () => (await import("../targets/docs/docs-target.js")).docsTarget,
  model: async () => (await import("../targets/model/model-target.js")).modelTarget,
};
