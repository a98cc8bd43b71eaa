import type { OperationPlan, ServicePlan } from "@tinsmith/service";
import { endpointVariable } from "./emit-command.js";
import { handlersName } from "./runtime-symbols.js";

/**
 * The README that a mock server begins with. What it shows is the service's own: an operation, and an error that a
 * handler can throw.
 */
export function mockServerReadme(plan: ServicePlan, packageName: string, command: string): string {
  const { operation, error } = exampleOf(plan);
  const handlers = handlersName(plan);
  const answers = [
    "The overrides of a test, and what your own handlers say.",
    ...(plan.resources.length > 0 ? [resources] : []),
    "An example of the model (`@examples`) with the same input.",
    "A sample: within the model's constraints, and the same each time.",
  ];
  return `# ${packageName}

${plan.title} on your own machine, for programs in any language that call it: a mock server that takes what the model allows, refuses the rest as the service would, and answers every operation.

## As a command

\`\`\`sh
npx ${command} --port 4100
export ${endpointVariable(plan)}=http://127.0.0.1:4100
\`\`\`

The banner has this environment to copy. At \`http://127.0.0.1:4100/_mock/\` there is an inspector: requests as they come, the state, the clock, faults. \`${command} --help\` tells the rest: a clock that stands still, faults from a file, TLS, JSON for programs, calls of the real service recorded and replayed.

## In a test

\`\`\`ts
import { createMockServer } from "${packageName}";

await using server = await createMockServer().listen(); // or \`await server.close()\` at the end

server.endpoint; // what a client is made with
server.clock.freeze("2026-11-01T05:59:00Z");
server.on("${operation.name}").throwsOnce("${error?.name ?? "InternalFailure"}"); // then it answers as before
server.faults.add({ kind: "latency", milliseconds: 200, probability: 0.1, seed: "a" });
server.journal.entries(); // what came, typed, and what was answered
server.reset();
\`\`\`

A \`boundary\` gives a test the server as it was (\`const boundary = server.boundary()\`, and \`boundary.end()\` after it); \`server.tenant(accessKeyId)\` is the server of one access key, so that parallel tests share a port. Matchers for vitest and jest and assertions for \`node:test\` are in \`@tinsmith/server-runtime/matchers\`, whose README describes all of this. What a test can do in process, any language can do over HTTP, below \`/_mock\`.

## What it answers

${answers.map((answer, index) => `${index + 1}. ${answer}`).join("\n")}

## Handlers

What the model cannot say is a handler. It is typed, and given what was read and validated:

\`\`\`ts
import { createMockServer, type ${handlers}${error ? `, ${error.className}` : ""} } from "${packageName}";
${error ? "" : 'import { ServiceError } from "@tinsmith/server-runtime";\n'}
const handlers: ${handlers} = {
  ${operation.name}: (_input, { clock }) => {
    const message = \`At \${clock.now().toISOString()} nothing else can be said.\`;
    throw ${error ? `new ${error.className}({ message })` : 'new ServiceError({ name: "InternalFailure", $fault: "server", message })'};
  },
};
await using strict = await createMockServer({ handlers }).listen();
\`\`\`

A service with a state of its own passes a \`behavior\`: handlers over a state, for each tenant, which can be dumped, seeded and returned to. \`src/bin.ts\` is the command's beginning, and yours, like everything but the files below \`src/generated\`, which \`tinsmith build\` writes.

## Record and replay

What the real service says can be kept, and said again without it:

\`\`\`sh
npx ${command} --port 4100 --record https://service.example.com --fixtures fixtures
npx ${command} --port 4100 --replay fixtures
\`\`\`

or, in a test, \`server.record({ endpoint, fixtures })\` and \`server.replay({ fixtures })\`. Requests go to that endpoint and nowhere else. Each call becomes a JSON file without credentials and \`@sensitive\` members; \`--sign\` signs what is forwarded with the AWS credentials of the environment. At the end, and at \`/_mock/recording\`, there is a report of what the service says and the model does not.
`;
}

const resources =
  "What was created: resources of the model are kept, read, changed, listed and deleted, each tenant's apart from " +
  "the others'. `keepResources: false` turns that off.";

interface Example {
  readonly operation: Pick<OperationPlan, "name">;
  readonly error: { readonly name: string; readonly className: string } | undefined;
}

/** The first operation with an error that is made of nothing but a message; else the first one. */
function exampleOf(plan: ServicePlan): Example {
  for (const operation of plan.operations) {
    for (const id of operation.errors) {
      const shape = plan.shapesById.get(id);
      if (shape?.kind !== "structure" || shape.deprecated) continue;
      if (shape.members.every(({ name, required }) => name === "message" || !required)) {
        return { operation, error: { name: shape.name, className: shape.typeName } };
      }
    }
  }
  return { operation: plan.operations[0] ?? { name: "SomeOperation" }, error: undefined };
}
