import type { StarterFile } from "../../generator.js";
import type { ServicePlan } from "../../plan/service-plan.js";

/** The command's entry, to be grown by its owner: seeds, more options. */
export const binStarter: StarterFile = {
  path: "src/bin.ts",
  text: `#!/usr/bin/env node
import { runMockServer } from "@tinsmith/server-runtime/cli";

import manifest from "../package.json" with { type: "json" };
import { command } from "./generated/command.js";
import { createMockServer } from "./generated/server.js";

const exitCode = runMockServer({
  ...command,
  version: manifest.version,
  createServer: createMockServer,
});
void exitCode.then((code) => {
  process.exitCode = code;
});
`,
};

const stateful = `What operations of a resource's lifecycle create can be read, changed, listed and deleted, each tenant's
apart from the others'. \`keepResources: false\` turns that off.`;

export function mockServerReadme(plan: ServicePlan, packageName: string, command: string): string {
  const operation = plan.operations[0]?.name ?? "SomeOperation";
  return `# ${packageName}

A mock server of ${plan.title} that any SDK, in any language, can talk to.

\`\`\`sh
npx ${command} --port 8080
\`\`\`

Or in a test:

\`\`\`ts
import { createMockServer } from "${packageName}";

await using server = await createMockServer({
  handlers: {
    ${operation}: (input, context) => ({}),
  },
}).listen();

server.url; // the endpoint for a client
server.on("${operation}").throwsOnce("InternalFailure");
\`\`\`

Requests are validated against the model. An operation without a handler answers an example of the
model with the same input, or else a sample that keeps the model's constraints and is the same each
time.
${plan.resources.length > 0 ? `\n${stateful}\n` : ""}
## Record and replay

What the real service says can be kept, and said again without it:

\`\`\`sh
npx ${command} --port 8080 --record https://service.example.com --fixtures fixtures
npx ${command} --port 8080 --replay fixtures
\`\`\`

or \`server.record({ endpoint, fixtures })\` and \`server.replay({ fixtures })\` in a test. Requests go to that
endpoint and nowhere else. Each call becomes a JSON file without credentials and \`@sensitive\` members; \`--sign\`
signs what is forwarded with the AWS credentials of the environment. At the end, and at \`/_mock/recording\`, there
is a report of what the service says and the model does not.

Files below \`src/generated\` are written by \`tinsmith build\`; everything else is yours.
`;
}
