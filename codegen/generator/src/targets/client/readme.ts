import { errorsOfCall } from "@tinsmith/service";
import type { OperationPlan, ServicePlan } from "@tinsmith/service";
import { typeScriptVersions } from "../typescript-versions.js";
import { exampleValue } from "./example-value.js";
import { exampleOptions, requiredOptions } from "./client-options.js";
import { runtimeEntryNames } from "./emit-runtime-entries.js";
import { hasOptionalInput } from "./optional-input.js";
import { requiredInput } from "./required-input.js";

/** Returns the README of a new client package. */
export function clientReadme(plan: ServicePlan, packageName: string): string {
  const { names, title } = plan;
  const operation =
    plan.operations.find(({ examples }) => examples.length > 0) ??
    plan.operations.find((candidate) => hasOptionalInput(plan, candidate)) ??
    plan.operations[0];
  const example = operation?.examples.find(({ error }) => error === undefined);
  const shape =
    operation?.input.kind === "structure" ? plan.shapesById.get(operation.input.id) : undefined;
  const members = shape?.kind === "structure" ? shape.members : [];
  const input =
    example?.input === undefined
      ? operation && requiredInput(plan, operation)
      : exampleValue(plan, example.input, members);
  const usage =
    operation === undefined
      ? ""
      : `
\`\`\`ts
import { ${names.client}, ${operation.names.command} } from "${packageName}";
import type { ${operation.names.commandInput} } from "${packageName}";

const client = new ${names.client}(${exampleOptions(plan)});
const input: ${operation.names.commandInput} = ${input || "{}"};
const output = await client.send(new ${operation.names.command}(input));
console.log(output);
\`\`\`
`;
  const error = plan.errors[0]?.typeName;
  const parts = [
    `# ${packageName}

The client of ${title} for Node and browsers, generated from its Smithy model.${
      plan.isAws
        ? ` It has the names of the AWS SDK for
JavaScript v3: code written for that SDK compiles after a change of the import.`
        : ""
    }

\`\`\`sh
npm install ${packageName}
\`\`\`

Its types need ${typeScriptVersions.client}.
`,
    usage,
    operation && errorsPart(plan, packageName, operation.names.command, error),
    operation && optionsPart(plan, packageName),
    operation && testsPart(plan, packageName, operation),
    operation && entriesPart(plan, packageName),
    "`tinsmith build` writes the files below `src/generated`; everything else is yours to edit.\n",
  ];
  return parts.filter((part) => part !== undefined && part !== "").join("\n");
}

function errorsPart(
  { names, isAws }: ServicePlan,
  packageName: string,
  command: string,
  error: string | undefined,
): string {
  const classes = [error, names.exception].filter((name) => name !== undefined);
  const own =
    error === undefined
      ? ""
      : `  if (error instanceof ${error}) console.error("expected", error.message);\n  else `;
  return `## Errors

Each error of the service has a class. An error that the model does not define is a \`${names.exception}\` with the
error code from the service as its name.

\`\`\`ts
import { ${classes.join(", ")} } from "${packageName}";

try {
  await client.send(new ${command}(input));
} catch (error) {
${own || "  "}if (error instanceof ${names.exception}) {
    console.error(error.name, error.$fault, error.$metadata.${isAws ? "requestId" : "httpStatusCode"});
  } else throw error;
}
\`\`\`

Retryable errors are retried, with three attempts in total (\`maxAttempts\`). An \`AbortSignal\` cancels a call:
\`client.send(command, { abortSignal })\`.
`;
}

function optionsPart(plan: ServicePlan, packageName: string): string {
  const { names } = plan;
  if (!plan.isAws) return apiOptionsPart(plan, packageName);
  return `## Options

All options are optional. In Node, options that the code does not set come from the environment (\`AWS_REGION\`, …), then
from the profile.

\`\`\`ts
const careful = new ${names.client}({
  region: "eu-west-1",
  maxAttempts: 5,
  requestHandler: { connectionTimeout: 1_000, socketTimeout: 5_000 },
  logger: console,
});
\`\`\`

\`endpoint\` sends calls to another host, for example a mock server. The types of the options describe all others. The
documentation maps options of the Ruby client under "Coming from Ruby". \`checkOptions\` of \`${packageName}/plugins\`
rejects unknown options.
`;
}

/** Returns the options that the client needs, one per line. */
function ownOptions(plan: ServicePlan): string {
  return requiredOptions(plan)
    .map(({ name, example }) => `  ${name}: ${example},\n`)
    .join("");
}

/** Descriptions of options for a service outside AWS. */
function apiOptionsPart(plan: ServicePlan, packageName: string): string {
  const { names } = plan;
  return `## Options

\`\`\`ts
const careful = new ${names.client}({
${ownOptions(plan)}  maxAttempts: 5,
  requestHandler: { requestTimeout: 5_000 },
});
careful.destroy();
\`\`\`

The client reads nothing from the environment. The type of the options describes them all. \`checkOptions\` of
\`${packageName}/plugins\` rejects unknown options.
`;
}

function testsPart(plan: ServicePlan, packageName: string, operation: OperationPlan): string {
  const { names, isAws } = plan;
  const { command } = operation.names;
  if (!isAws) return apiTestsPart(plan, packageName, operation);
  // Without endpoint rules, a client needs the option `endpoint` even if it sends nothing.
  const options = plan.endpoint.rules === undefined ? exampleOptions(plan) : "";
  return `## Tests without a network

\`\`\`ts
import { stubData, stubResponses } from "${packageName}/stubs";

const stubbed = new ${names.client}(${options});
const stubs = stubResponses(stubbed, { ${operation.name}: ["SlowDown", stubData("${operation.name}")] });
await stubbed.send(new ${command}(input)); // receives SlowDown, retries, and succeeds
console.log(stubs.apiRequests.length); // the requests that were made
\`\`\`
`;
}

/** Stubs with the operation's own output and error. */
function apiTestsPart(plan: ServicePlan, packageName: string, operation: OperationPlan): string {
  const { names } = plan;
  const { name } = operation;
  const error = errorsOfCall(plan, operation)[0]?.name;
  const failing =
    error === undefined
      ? ""
      : `stubs.stubResponses({ ${name}: "${error}" }); // from now on, calls fail with this error\n`;
  return `## Tests without a network

\`\`\`ts
import { stubData, stubResponses } from "${packageName}/stubs";

const stubbed = new ${names.client}(${exampleOptions(plan)});
const stubs = stubResponses(stubbed, { ${name}: stubData("${name}") });
await stubbed.send(new ${operation.names.command}(input)); // sends nothing
console.log(stubs.apiRequests.length); // the requests that were made
${failing}\`\`\`
`;
}

function entriesPart(plan: ServicePlan, packageName: string): string {
  const { names } = plan;
  const isEntry = new Set<string>(["params", "stubs", ...runtimeEntryNames(plan)]);
  const all: readonly (readonly [entry: string, purpose: string])[] = [
    [
      "params",
      "validation of parameters against the model, with all problems and their paths; conversions",
    ],
    ["plugins", "handlers with steps and priorities; building requests without sending them"],
    ["logging", "one log line per call, and wire traces, with secrets masked"],
    ["telemetry", "spans and metrics for OpenTelemetry"],
    ["monitoring", "reports of calls to a CloudWatch agent (client-side monitoring), in Node"],
    ["retries", "retries with custom limits and delays"],
    ["stubs", "clients with stubbed responses, without a network"],
  ];
  const entries = all.filter(([entry]) => isEntry.has(entry));
  const titles = entries.map(([entry]) => `\`${packageName}/${entry}\``);
  const width = Math.max(...titles.map(({ length }) => length));
  const purpose = Math.max(...entries.map(([, text]) => text.length));
  const row = (first: string, second: string): string =>
    `| ${first.padEnd(width)} | ${second.padEnd(purpose)} |`;
  return `## Optional entries

These parts add no code to a bundle unless imported.

${[
  row("entry", "purpose"),
  `| ${"-".repeat(width)} | ${"-".repeat(purpose)} |`,
  ...entries.map(([, text], index) => row(titles[index] ?? "", text)),
].join("\n")}

\`\`\`ts
import { logging } from "${packageName}/logging";
import { convertParams, validateParams } from "${packageName}/params";

const strict = new ${names.client}({
${plan.isAws ? "" : ownOptions(plan)}  plugins: [logging(), validateParams(), convertParams({ timestamp: true, number: true })],
});
strict.destroy();
\`\`\`

Plugins apply to one client (\`plugins\`) or to all clients (\`${names.client}.addPlugin\`).
\`${names.aggregatedClient}\` has a method for each operation; \`${names.client}\` with commands keeps bundles small.
`;
}
