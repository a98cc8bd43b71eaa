import { isNodeObject } from "@tinsmith/smithy";
import type { NodeValue } from "@tinsmith/smithy";
import type { ExamplePlan, OperationPlan } from "@tinsmith/service";
import type { Site } from "../site/site.js";
import { shellQuote } from "./shell-quote.js";

/**
 * Returns the example as a command of the AWS CLI, with an option for each member of the input. If
 * the CLI would read a value as an option or a file name, the whole input is one JSON document
 * instead.
 */
export function awsCliCommand(
  operation: OperationPlan,
  example: ExamplePlan,
  site: Site,
  service: string,
): string {
  const lines = [
    `aws ${service} ${optionName(operation.name)}`,
    `--region ${site.names.region}`,
    `--endpoint-url ${site.names.endpoint}`,
  ];
  const entries = Object.entries(isNodeObject(example.input) ? example.input : {});
  if (entries.some(([, value]) => typeof value === "string" && /^(-|[a-z]+:\/\/)/i.test(value))) {
    lines.push(`--cli-input-json ${shellQuote(JSON.stringify(example.input, undefined, 2))}`);
  } else {
    lines.push(...entries.map(([name, value]) => option(name, value)));
  }
  return lines.join(" \\\n  ");
}

function option(name: string, value: NodeValue): string {
  const flag = optionName(name);
  if (typeof value === "boolean") return value ? `--${flag}` : `--no-${flag}`;
  const text =
    typeof value === "object" && value !== null
      ? JSON.stringify(value, undefined, 2)
      : String(value);
  return `--${flag} ${shellQuote(text)}`;
}

/**
 * Returns a name in the spelling of the AWS CLI: `CustomerAWSAccountId` is
 * `customer-aws-account-id`.
 */
function optionName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase();
}
