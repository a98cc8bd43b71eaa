import type { ServicePlan } from "@tinsmith/service";
import type { StarterFile } from "../../generator.js";

/** One import of the packages under test for all files: each file has a handful of tests. */
export const vitestConfig: StarterFile = {
  path: "vitest.config.ts",
  text: `import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["test/**/*.test.ts"], isolate: false } });
`,
};

export function protocolTestsReadme(plan: ServicePlan, packageName: string): string {
  return `# ${packageName}

The protocol tests of ${plan.title}: the cases that the model has in \`smithy.test\` traits, for the
generated client and the generated mock server.

\`\`\`sh
vitest run
\`\`\`

There is a file for each operation and each error. The client is tested through all of its pipeline, the
server as a whole. Files below \`test/generated\` are written by \`tinsmith build\`.
`;
}
