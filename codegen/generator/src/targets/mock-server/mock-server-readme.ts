import type { OperationPlan, ServicePlan } from "@tinsmith/service";
import { typeScriptVersions } from "../typescript-versions.js";
import { endpointVariable } from "./emit-command.js";
import { handlersName } from "./runtime-symbols.js";

/**
 * Returns the initial README of a mock server package. Its examples use an operation of the service
 * and an error that a handler can throw.
 */
export function mockServerReadme(plan: ServicePlan, packageName: string, command: string): string {
  const { operation, error } = exampleOf(plan);
  const handlers = handlersName(plan);
  const answers = [
    "An override set by a test, or your own handler.",
    ...(plan.resources.length > 0 ? [resources] : []),
    "An example of the model (`@examples`) with the same input.",
    "A sample: valid by the model's constraints, the same each time, the last page of a list, and in the state that the model's waiters wait for.",
  ];
  return `# ${packageName}

A mock server of ${plan.title} for programs in any language. It accepts requests that the model allows, rejects all others as the service would, and responds to every operation. Its types need ${typeScriptVersions["mock-server"]}.

## As a command

\`\`\`sh
npx ${command} --port 4100
${plan.isAws ? `export ${endpointVariable(plan)}=http://127.0.0.1:4100\n` : ""}\`\`\`

${plan.isAws ? "The command prints this environment at startup." : "Pass `http://127.0.0.1:4100` to clients as their `endpoint`."} The inspector at \`http://127.0.0.1:4100/_mock/\` shows live requests, the state, the clock and faults. \`${command} --help\` lists all options: a frozen clock, faults from a file, required credentials (\`--auth\`), web pages of other origins (\`--cors ORIGIN\`), TLS, JSON output, recording and replaying calls of the real service.

## In a test

\`\`\`ts
import { createMockServer } from "${packageName}";

await using server = await createMockServer().listen(); // or \`await server.close()\` at the end

server.endpoint; // the endpoint to construct clients with
server.clock.freeze("2026-11-01T05:59:00Z");
server.on("${operation.name}").throwsOnce("${error?.name ?? "InternalFailure"}"); // the next call succeeds again
server.faults.add({ kind: "latency", milliseconds: 200, probability: 0.1, seed: "a" });
server.journal.entries(); // requests and responses, typed
server.reset();
\`\`\`

\`const boundary = server.boundary()\` marks a point in time, and \`boundary.end()\` returns the server to it after a test. \`server.tenant(accessKeyId)\` isolates the requests of one access key, so that parallel tests can share a port. Matchers for vitest and jest and assertions for \`node:test\` are in \`@tinsmith/server-runtime/matchers\`; the README of that package describes all of this. Programs in other languages use the control API, which offers the same over HTTP below \`/_mock\`.

## Responses

The first of these that applies decides the response:

${answers.map((answer, index) => `${index + 1}. ${answer}`).join("\n")}

## Handlers

A handler implements behavior that the model cannot express. It is typed, and receives the input after parsing and validation:

\`\`\`ts
import type { ${handlers} } from "${packageName}";
import { createMockServer${error ? `, ${error.className}` : ""} } from "${packageName}";
${error ? "" : 'import { ServiceError } from "@tinsmith/server-runtime";\n'}
const handlers: ${handlers} = {
  ${operation.name}: (_input, { clock }) => {
    const message = \`At \${clock.now().toISOString()} the call was refused.\`;
    throw ${error ? `new ${error.className}({ message })` : 'new ServiceError({ name: "InternalFailure", $fault: "server", message })'};
  },
};
await using strict = await createMockServer({ handlers }).listen();
\`\`\`

For a service with state, pass a \`behavior\`: handlers over a state for each tenant, which can be dumped, seeded and restored. \`src/bin.ts\` is the entry of the command and yours to edit. \`tinsmith build\` overwrites only the files below \`src/generated\`.

## Record and replay

Record the responses of the real service, and replay them without it:

\`\`\`sh
npx ${command} --port 4100 --record https://service.example.com --fixtures fixtures
npx ${command} --port 4100 --replay fixtures
\`\`\`

In a test, use \`server.record({ endpoint, fixtures })\` and \`server.replay({ fixtures })\`. Requests are forwarded to that endpoint only. Each call becomes a JSON file without credentials and \`@sensitive\` members. \`--sign\` signs forwarded requests with the AWS credentials of the environment. A report of differences between the service and the model is printed at the end, and served at \`/_mock/recording\`.
`;
}

const resources =
  "A created resource: the server keeps resources of the model, separately for each tenant, and they can be read, " +
  "updated, listed and deleted. `keepResources: false` turns this off.";

interface Example {
  readonly operation: Pick<OperationPlan, "name">;
  readonly error: { readonly name: string; readonly className: string } | undefined;
}

/**
 * Returns the first operation with an error that has only a message; otherwise the first operation.
 */
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
