import type { ExamplePlan, OperationPlan } from "@tinsmith/service";
import { requiredOptions } from "../../client/client-options.js";
import type { SnippetLanguage } from "../highlight/highlight.js";
import type { Site } from "../site/site.js";
import { awsCliCommand } from "./aws-cli.js";
import { awsJsonExchange } from "./aws-json.js";
import type { AwsJsonExchange } from "./aws-json.js";
import { shellQuote } from "./shell-quote.js";
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

/** Returns all ways to make the call of an example that the service supports. */
export function exampleSnippets(
  operation: OperationPlan,
  example: ExamplePlan,
  site: Site,
): readonly Snippet[] {
  const snippets: Snippet[] = [];
  const add = (key: Snippet["key"], label: string, ...blocks: SnippetBlock[]): void => {
    snippets.push({ key, label, blocks });
  };
  const { names } = site;
  if (names.clientPackage !== undefined) {
    add("ts", "TypeScript", block("typescript", typescriptCall(operation, example, site)));
  }
  if (names.awsCli !== undefined) {
    add(
      "cli",
      "AWS CLI",
      block("shellscript", awsCliCommand(operation, example, site, names.awsCli)),
    );
  }
  const exchange = awsJsonExchange(operation, example, site.plan);
  if (exchange) {
    add("curl", "cURL", block("shellscript", curlCommand(exchange, site)));
    const { target, contentType, requestBody, response } = exchange;
    const request = `POST / HTTP/1.1\nContent-Type: ${contentType}\nX-Amz-Target: ${target}\n\n${requestBody}`;
    add(
      "wire",
      "HTTP",
      { caption: "Request", language: "http", code: request },
      { caption: "Response", language: "http", code: response },
    );
  }
  return snippets;
}

function block(language: SnippetLanguage, code: string): SnippetBlock {
  return { caption: undefined, language, code };
}

function typescriptCall(operation: OperationPlan, example: ExamplePlan, site: Site): string {
  const { plan, names } = site;
  const { command } = operation.names;
  const error = example.error && plan.errors.find(({ id }) => id === example.error?.shapeId);
  const imports = [command, plan.names.client, ...(error ? [error.typeName] : [])].sort();
  const inputType =
    operation.input.kind === "unit"
      ? undefined
      : ({
          kind: "named",
          shape: operation.input.id,
          of: "structure",
          typeName: operation.input.typeName,
        } as const);
  const literal = (indent: string): string =>
    typescriptLiteral(example.input ?? {}, inputType, plan, indent);
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

/**
 * Returns the construction of the client, with the endpoint of the mock server if there is one, so
 * that examples bill no usage.
 */
function clientLines({ plan, names }: Site): readonly string[] {
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

function curlCommand(exchange: AwsJsonExchange, site: Site): string {
  const { names } = site;
  const lines = [`curl ${names.endpoint}/`];
  if (names.signingName !== undefined) {
    lines.push(
      `--aws-sigv4 ${shellQuote(`aws:amz:${names.region}:${names.signingName}`)}`,
      `--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"`,
    );
  }
  lines.push(
    `--header ${shellQuote(`Content-Type: ${exchange.contentType}`)}`,
    `--header ${shellQuote(`X-Amz-Target: ${exchange.target}`)}`,
    `--data ${shellQuote(exchange.requestBody)}`,
  );
  return lines.join(" \\\n  ");
}
