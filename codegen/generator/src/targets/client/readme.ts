import type { ServicePlan } from "../../plan/service-plan.js";
import { exampleValue } from "./example-value.js";

/** The README of a new client package. */
export function clientReadme(plan: ServicePlan, packageName: string): string {
  const { names, title } = plan;
  const operation =
    plan.operations.find(({ examples }) => examples.length > 0) ?? plan.operations[0];
  const example = operation?.examples.find(({ error }) => error === undefined);
  const shape =
    operation?.input.kind === "structure" ? plan.shapesById.get(operation.input.id) : undefined;
  const members = shape?.kind === "structure" ? shape.members : [];
  const input = example?.input === undefined ? "" : exampleValue(plan, example.input, members);
  const usage =
    operation === undefined
      ? ""
      : `
\`\`\`ts
import { ${names.client}, ${operation.names.command} } from "${packageName}";

const client = new ${names.client}({ region: "us-east-1" });
const output = await client.send(new ${operation.names.command}(${input}));
\`\`\`
`;
  return `# ${packageName}

The client of ${title} for Node and browsers, generated from its Smithy model. Its names are those of the AWS SDK for
JavaScript v3: code written for that compiles after a change of the import.
${usage}
\`${names.aggregatedClient}\` has a method for each operation; \`${names.client}\` with commands keeps bundles small.

## Parameters

The client sends what it is given, as the AWS SDK does. Ask for more where input comes from elsewhere:

\`\`\`ts
import { convertParams, validateParams } from "${packageName}/params";

client.middlewareStack.use(validateParams());
client.middlewareStack.use(convertParams({ timestamp: true, number: true }));
\`\`\`

\`validateParams\` fails a call with a \`ParameterValidationError\` before anything is sent, and tells all that is
missing, unexpected, of another type or against the model's constraints, with its path. \`convertParams\` turns texts
into dates, numbers, booleans and bytes, for the types that are named. \`checkInput\` and \`convertInput\` do the same
without a client. What is not imported costs nothing.

## Beyond calls

What is not imported costs nothing.

| entry                          | what it is for                                                                       |
| ------------------------------ | ------------------------------------------------------------------------------------ |
| \`${packageName}/stubs\`     | tests: clients that answer with stubs, through the whole pipeline, without a network |
| \`${packageName}/plugins\`   | handlers with steps and priorities, requests that are built without being sent       |
| \`${packageName}/logging\`   | a line for each call, and wire traces, without secrets                               |
| \`${packageName}/telemetry\` | spans and metrics for OpenTelemetry                                                  |

Files below \`src/generated\` are written by \`tinsmith build\`; everything else is yours.
`;
}
