import type { OperationPlan, StructurePlan } from "@tinsmith/service";
import type { Site } from "../site/site.js";
import { documentedCalls } from "../snippets/documented-call.js";
import { clientLines, dataType, importLine } from "../snippets/snippets.js";
import { typescriptLiteral } from "../snippets/typescript-literal.js";

/** A section of the client's page. */
export interface ClientSection {
  readonly id: string;
  readonly title: string;
  /** Paragraphs in Markdown. */
  readonly text: readonly string[];
  /** A whole program in TypeScript. */
  readonly code?: string;
}

/** The names and values that the programs of the page share. */
interface Subject {
  readonly site: Site;
  readonly package: string;
  readonly operation: OperationPlan;
  /** An input of the operation, as TypeScript. */
  readonly input: string;
  readonly error: StructurePlan | undefined;
}

/** Returns the sections about a generated client, with one operation of the service as example. */
export function clientSections(site: Site): readonly ClientSection[] {
  const subject = subjectOf(site);
  if (subject === undefined) return [];
  return [
    create(subject),
    call(subject),
    errors(subject),
    helpers(subject),
    stubs(subject),
    plugins(subject),
    handlers(subject),
    validation(subject),
    entries(subject),
  ].filter((section) => section !== undefined);
}

function subjectOf(site: Site): Subject | undefined {
  const { clientPackage } = site.names;
  const { operations, errors } = site.plan;
  const withCall = operations.find((operation) => documentedCalls(operation, site).length > 0);
  const operation = withCall ?? operations[0];
  if (clientPackage === undefined || operation === undefined) return undefined;
  const [first] = documentedCalls(operation, site);
  const error = errors.find(({ id, deprecated }) => operation.errors.includes(id) && !deprecated);
  const input = typescriptLiteral(first?.input ?? {}, dataType(operation.input), site.plan);
  return { site, package: clientPackage, operation, input, error };
}

function program(
  { site, package: name }: Subject,
  imports: readonly string[],
  lines: readonly string[],
): string {
  const names = [site.plan.names.client, ...imports].sort();
  return [importLine(names, name), "", ...clientLines(site), "", ...lines].join("\n");
}

function create(subject: Subject): ClientSection {
  const { client, aggregatedClient } = subject.site.plan.names;
  return {
    id: "create",
    title: "",
    text: [
      `\`${client}\` sends commands, so that a bundle contains only the operations that a program uses. \`${aggregatedClient}\` has a method for each operation. Both have the same options. A client can make many calls, also concurrently; \`destroy()\` closes its connections.`,
    ],
    code: program(subject, [], [`client.destroy();`]),
  };
}

function call(subject: Subject): ClientSection {
  const { command } = subject.operation.names;
  return {
    id: "calls",
    title: "Calls",
    text: [
      "`send` returns the output, with `$metadata`: the status, the id of the request, and the number of attempts. The second argument is optional: an `AbortSignal` cancels the call.",
    ],
    code: program(
      subject,
      [command],
      [
        `const output = await client.send(new ${command}(${subject.input}), {`,
        `  abortSignal: AbortSignal.timeout(10_000),`,
        `});`,
        `console.log(output.$metadata.requestId, output.$metadata.attempts);`,
      ],
    ),
  };
}

function errors(subject: Subject): ClientSection {
  const { site, operation, input, error } = subject;
  const { exception } = site.plan.names;
  const { command } = operation.names;
  return {
    id: "errors",
    title: "Errors",
    text: [
      `Each error of the model has a class. All extend \`${exception}\`, which is also thrown for errors that are not in the model, with the error code of the service as its \`name\`. The client retries errors that may be temporary. See [all errors](errors.md).`,
    ],
    code: program(
      subject,
      [command, exception, ...(error ? [error.typeName] : [])],
      [
        `try {`,
        `  await client.send(new ${command}(${indent(input)}));`,
        `} catch (error) {`,
        ...(error
          ? [
              `  if (error instanceof ${error.typeName}) console.error(error.message);`,
              `  else if (error instanceof ${exception}) console.error(error.name, error.$fault);`,
            ]
          : [`  if (error instanceof ${exception}) console.error(error.name, error.$fault);`]),
        `  else throw error;`,
        `}`,
      ],
    ),
  };
}

function helpers({ site }: Subject): ClientSection | undefined {
  const has = site.plan.operations.some(
    ({ pagination, waiters, batch }) => pagination ?? batch ?? waiters.length > 0,
  );
  if (!has) return undefined;
  return {
    id: "helpers",
    title: "Several calls",
    text: ["These functions make as many calls as they need. The page of the operation shows how."],
  };
}

function stubs(subject: Subject): ClientSection {
  const { site, package: name, operation, input, error } = subject;
  const { command } = operation.names;
  const answers = [...(error ? [`"${error.name}"`] : []), `stubData("${operation.name}")`];
  return {
    id: "stubs",
    title: "Stubs",
    text: [
      `For tests without a network. A stubbed call runs the whole pipeline: the input is written, signed, answered and read, and errors are retried. Answers are used in order: data, names of errors, whole responses, or functions. \`stubData\` returns default data of an operation.`,
    ],
    code: [
      importLine([command, site.plan.names.client].sort(), name),
      importLine(["stubData", "stubResponses"], `${name}/stubs`),
      "",
      ...clientLines(site),
      `const stubs = stubResponses(client, {`,
      `  ${operation.name}: [${answers.join(", ")}],`,
      `});`,
      ...(error ? [`await client.send(new ${command}(${input})).catch(() => undefined);`] : []),
      `await client.send(new ${command}(${input}));`,
      `console.log(stubs.apiRequests.length);`,
    ].join("\n"),
  };
}

function plugins(subject: Subject): ClientSection {
  const { site, package: name } = subject;
  const { client } = site.plan.names;
  return {
    id: "plugins",
    title: "Plugins",
    text: [
      `A plugin changes the options or the middleware of a client. Plugins apply to one client (\`plugins\`) or to all of a class (\`${client}.addPlugin\`). \`checkOptions\` rejects unknown options; \`logging\` writes a line for each call, with secrets masked.`,
    ],
    code: [
      importLine([client], name),
      importLine(["logging"], `${name}/logging`),
      importLine(["checkOptions"], `${name}/plugins`),
      "",
      `${client}.addPlugin(checkOptions());`,
      ...withPlugins(clientLines(site), ["logging()"]),
      `client.destroy();`,
    ].join("\n"),
  };
}

function handlers(subject: Subject): ClientSection {
  const { site, package: name } = subject;
  const { client } = site.plan.names;
  return {
    id: "handlers",
    title: "Handlers",
    text: [
      "A handler sees the calls at one step: `initialize`, `validate`, `build`, `sign` or `send`. `handleRequest` and `handleResponse` see requests and responses only. The names of steps, middleware and priorities are those of the AWS SDK for JavaScript v3, whose middleware works as well.",
    ],
    code: [
      importLine([client], name),
      importLine(["handle"], `${name}/plugins`),
      "",
      `const timing = handle({ step: "initialize" }, (next, context) => async (args) => {`,
      `  const start = performance.now();`,
      `  try {`,
      `    return await next(args);`,
      `  } finally {`,
      `    console.log(context.commandName, performance.now() - start);`,
      `  }`,
      `});`,
      ...withPlugins(clientLines(site), ["timing"]),
      `client.destroy();`,
    ].join("\n"),
  };
}

function validation(subject: Subject): ClientSection {
  const { site, package: name } = subject;
  const { client } = site.plan.names;
  return {
    id: "validation",
    title: "Validation",
    text: [
      "`validateParams` checks inputs against the model before anything is sent, and fails a call with all problems and their paths. `convertParams` converts strings to dates, numbers, booleans and bytes. Both add code to a bundle only if they are imported.",
    ],
    code: [
      importLine([client], name),
      importLine(["convertParams", "validateParams"], `${name}/params`),
      "",
      ...withPlugins(clientLines(site), ["validateParams()", "convertParams({ timestamp: true })"]),
      `client.destroy();`,
    ].join("\n"),
  };
}

/** Adds the option `plugins` to the construction of a client. */
function withPlugins(lines: readonly string[], list: readonly string[]): readonly string[] {
  const option = `plugins: [${list.join(", ")}]`;
  const text = lines.join("\n");
  if (text.includes("new") && text.endsWith("});")) {
    return text.includes("\n")
      ? text.replace(/\}\);$/, `  ${option},\n});`).split("\n")
      : [text.replace(/ \}\);$/, `, ${option} });`)];
  }
  return [text.replace(/\(\);$/, `({ ${option} });`)];
}

function entries({ site, package: name }: Subject): ClientSection {
  const rows = [
    ["params", "checks and conversions of inputs"],
    ["plugins", "handlers, checks of options, requests that are built and not sent"],
    ["logging", "a line for each call, and wire traces"],
    ["retries", "retries with other limits and delays"],
    ["stubs", "answers without a network"],
    ["telemetry", "spans and metrics for OpenTelemetry"],
    ...(site.plan.isAws ? [["monitoring", "reports of calls to an agent on this machine"]] : []),
  ];
  const table = rows.map(([entry = "", text = ""]) => `| \`${name}/${entry}\` | ${text} |`);
  return {
    id: "entries",
    title: "Entries",
    text: [["| import from | for |", "| --- | --- |", ...table].join("\n")],
  };
}

const indent = (code: string): string => code.replaceAll("\n", "\n  ");
