import type { ServicePlan } from "@tinsmith/service";
import type { StarterFile } from "../../generator.js";

/**
 * Disables isolation, so that the packages under test are imported once for the many small files.
 */
export const vitestConfig: StarterFile = {
  path: "vitest.config.ts",
  text: `import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["test/**/*.test.ts"], isolate: false } });
`,
};

export function protocolTestsReadme(plan: ServicePlan, packageName: string): string {
  return `# ${packageName}

The protocol tests of ${plan.title}: the cases in \`smithy.test\` traits of the model, run against the
generated client and the generated mock server.

\`\`\`sh
vitest run
\`\`\`

Each operation and each error has a file. The tests run the whole client pipeline and the whole server.
\`tinsmith build\` writes the files below \`test/generated\`.
`;
}
