import { printJson } from "@tinsmith/smithy";
import type {
  OperationData,
  OperationPlan,
  RecordedBody,
  RecordedResponse,
  Recording,
  ServicePlan,
  StructurePlan,
  ValueType,
} from "@tinsmith/service";
import { requiredOptions } from "../../client/client-options.js";
import type { SnippetLanguage } from "../highlight/highlight.js";
import type { Site } from "../site/site.js";
import { awsCliCommand } from "./aws-cli.js";
import { curlCommand } from "./curl.js";
import type { DocumentedCall } from "./documented-call.js";
import { bodyForm, readableBody, requestMessage, responseMessage } from "./http-message.js";
import { typescriptLiteral } from "./typescript-literal.js";

/** One way to make a call, with the response if the snippet shows it. */
export interface Snippet {
  /** The key that synchronizes the tabs of all examples. */
  readonly key: "ts" | "cli" | "curl" | "wire";
  readonly label: string;
  readonly blocks: readonly SnippetBlock[];
}

export interface SnippetBlock {
  readonly caption: string | undefined;
  readonly language: SnippetLanguage;
  readonly code: string;
}

/** Returns all ways to make a call that the service supports, each with the result of the call. */
export function callSnippets(
  operation: OperationPlan,
  call: DocumentedCall,
  site: Site,
): readonly Snippet[] {
  const snippets: Snippet[] = [];
  const add = (key: Snippet["key"], label: string, ...blocks: readonly SnippetBlock[]): void => {
    snippets.push({ key, label, blocks });
  };
  const { names } = site;
  const { recording } = call;
  if (names.clientPackage !== undefined) {
    const code = block("typescript", typescriptCall(operation, call, site));
    add("ts", "TypeScript", code, ...typescriptResult(operation, call, site));
  }
  if (names.awsCli !== undefined && isForCli(operation)) {
    const command = awsCliCommand(operation, call.input, site, names.awsCli);
    add("cli", "AWS CLI", block("shellscript", command), ...cliResult(operation, recording));
  }
  if (recording === undefined) return snippets;
  const { request, response } = recording;
  const curl = curlCommand(request, site);
  if (curl !== undefined) {
    add("curl", "cURL", block("shellscript", curl), ...bodyResult(response));
  }
  add(
    "wire",
    "HTTP",
    {
      caption: captionOf("Request", request.body),
      language: "http",
      code: requestMessage(request),
    },
    {
      caption: captionOf("Response", response.body),
      language: "http",
      code: responseMessage(response),
    },
  );
  return snippets;
}

/** The AWS CLI has no commands for streams of events in inputs. */
function isForCli({ inputEventStream, outputEventStream }: OperationPlan): boolean {
  return inputEventStream === undefined && outputEventStream === undefined;
}

function captionOf(side: string, body: RecordedBody): string {
  const form = bodyForm(body);
  return form === undefined ? side : `${side}: ${form}`;
}

/** Returns the result or the error of a call, as TypeScript. */
function typescriptResult(
  operation: OperationPlan,
  { recording }: DocumentedCall,
  { plan }: Site,
): readonly SnippetBlock[] {
  if (recording === undefined) return [];
  const { error, output = {} } = recording;
  if (error !== undefined) {
    const lines = [`error.name;    // ${JSON.stringify(error.name)}`];
    lines.push(`error.message; // ${JSON.stringify(error.message)}`);
    for (const [name, value] of Object.entries(error.data)) {
      if (name.toLowerCase() !== "message") {
        lines.push(`error.${name}; // ${JSON.stringify(value)}`);
      }
    }
    return [{ caption: "Thrown", language: "typescript", code: lines.join("\n") }];
  }
  const type = dataType(operation.output);
  if (Object.keys(output).length === 0) return [];
  const code = typescriptLiteral(output, type, plan);
  return [{ caption: "Result", language: "typescript", code }];
}

function cliResult(
  operation: OperationPlan,
  recording: Recording | undefined,
): readonly SnippetBlock[] {
  if (recording === undefined) return [];
  const { error, output = {} } = recording;
  if (error !== undefined) {
    const code = `An error occurred (${error.name}) when calling the ${operation.name} operation: ${error.message}`;
    return [{ caption: "Output", language: "text", code }];
  }
  const { [operation.outputStream ?? ""]: _, ...shown } = output;
  if (Object.keys(shown).length === 0) return [];
  return [{ caption: "Output", language: "json", code: printJson(shown, 2) }];
}

/** Returns the body of a response, which is what curl prints. */
function bodyResult({ body }: RecordedResponse): readonly SnippetBlock[] {
  const code = readableBody(body);
  if (code === "") return [];
  const language = body.kind === "text" && /^[[{"]/.test(code) ? "json" : "text";
  return [{ caption: captionOf("Output", body), language, code }];
}

function block(language: SnippetLanguage, code: string): SnippetBlock {
  return { caption: undefined, language, code };
}

function typescriptCall(operation: OperationPlan, call: DocumentedCall, site: Site): string {
  const { plan, names } = site;
  const { command } = operation.names;
  const error = thrownError(call, plan);
  const imports = [command, plan.names.client, ...(error ? [error.typeName] : [])].sort();
  const inputType = dataType(operation.input);
  const literal = (indent: string): string =>
    typescriptLiteral(call.input, inputType, plan, indent);
  const lines = [importLine(imports, names.clientPackage ?? ""), "", ...clientLines(site), ""];
  if (!error) {
    lines.push(`const output = await client.send(`, `  new ${command}(${literal("  ")}),`, `);`);
    return lines.join("\n");
  }
  lines.push(
    `try {`,
    `  await client.send(`,
    `    new ${command}(${literal("    ")}),`,
    `  );`,
    `} catch (error) {`,
    `  if (!(error instanceof ${error.typeName})) throw error;`,
    `  console.error(error.message);`,
    `}`,
  );
  return lines.join("\n");
}

/** Returns the recorded error, or else the error that the example states. */
function thrownError(
  { recording, expectedError }: DocumentedCall,
  { errors }: ServicePlan,
): StructurePlan | undefined {
  if (recording === undefined) return errors.find(({ id }) => id === expectedError?.shapeId);
  return errors.find(({ name }) => name === recording.error?.name);
}

/** Returns the type of an input or output; `undefined` for none. */
export function dataType(data: OperationData): ValueType | undefined {
  if (data.kind === "unit") return undefined;
  return { kind: "named", shape: data.id, of: "structure", typeName: data.typeName };
}

/**
 * Returns the construction of the client, with the endpoint of the mock server if there is one, so
 * that examples bill no usage.
 */
export function clientLines({ plan, names }: Site): readonly string[] {
  const region = plan.isAws ? [`region: ${JSON.stringify(names.region)}`] : [];
  const required = requiredOptions(plan);
  const endpoint =
    names.mockServerPackage === undefined
      ? required.flatMap(({ name, example }) => (name === "endpoint" ? example : []))
      : [JSON.stringify(names.endpoint)];
  const options = [
    ...region,
    ...endpoint.map((url) => `endpoint: ${url}`),
    ...required.flatMap(({ name, example }) => (name === "endpoint" ? [] : `${name}: ${example}`)),
  ];
  const line = `const client = new ${plan.names.client}(${options.length > 0 ? `{ ${options.join(", ")} }` : ""});`;
  if (options.length < 2) return [line];
  return [
    `const client = new ${plan.names.client}({`,
    ...options.map((option) => `  ${option},`),
    `});`,
  ];
}

/** Returns an import of names, on several lines if one would be too long. */
export function importLine(names: readonly string[], from: string): string {
  const line = `import { ${names.join(", ")} } from ${JSON.stringify(from)};`;
  if (line.length <= 80) return line;
  return `import {\n${names.map((name) => `  ${name},\n`).join("")}} from ${JSON.stringify(from)};`;
}
