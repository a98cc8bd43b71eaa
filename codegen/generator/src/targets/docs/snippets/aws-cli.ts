import type { NodeObject, NodeValue } from "@tinsmith/smithy";
import type { OperationPlan } from "@tinsmith/service";
import type { Site } from "../site/site.js";
import { cliName } from "./aws-cli-names.js";
import { shellQuote } from "./shell-quote.js";

/** Global options of the AWS CLI. Members with these names cannot be given as options. */
const globalOptions: ReadonlySet<string> = new Set(
  "color debug endpoint endpoint-url output profile query region version".split(" "),
);

/**
 * Returns a call as a command of the AWS CLI, with an option for each member of the input. If
 * the CLI would read a value as an option or a file name, the whole input is one JSON document
 * instead.
 */
export function awsCliCommand(
  operation: OperationPlan,
  input: NodeObject,
  site: Site,
  service: string,
): string {
  const lines = [
    `aws ${service} ${cliName(operation.name)}`,
    `--region ${site.names.region}`,
    `--endpoint-url ${site.names.endpoint}`,
  ];
  const entries = Object.entries(input);
  const isMistaken = entries.some(
    ([name, value]) =>
      globalOptions.has(cliName(name)) ||
      (typeof value === "string" && /^(-|[a-z]+:\/\/)/i.test(value)),
  );
  if (isMistaken) {
    lines.push(`--cli-input-json ${shellQuote(JSON.stringify(input, undefined, 2))}`);
  } else {
    lines.push(...entries.map(([name, value]) => option(name, value)));
  }
  return lines.join(" \\\n  ");
}

function option(name: string, value: NodeValue): string {
  const flag = cliName(name);
  if (typeof value === "boolean") return value ? `--${flag}` : `--no-${flag}`;
  const text =
    typeof value === "object" && value !== null
      ? JSON.stringify(value, undefined, 2)
      : String(value);
  return `--${flag} ${shellQuote(text)}`;
}
