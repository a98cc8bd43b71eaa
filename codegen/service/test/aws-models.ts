import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the AWS models, next to the project. */
export const awsModelsFolder = fileURLToPath(
  new URL("../../../../shared/corpora/aws-models", import.meta.url),
);

/**
 * One service of each protocol, and services with special features: streams, rules, patterns, size.
 */
const sample: ReadonlySet<string> = new Set([
  "api-gateway",
  "bedrock-runtime",
  "cloudwatch-logs",
  "dynamodb",
  "gameliftstreams",
  "glacier",
  "kinesis",
  "lambda",
  "marketplace-metering",
  "route-53",
  "s3",
  "security-ir",
  "sns",
  "sqs",
  "ssm",
  "transcribe-streaming",
]);

/**
 * Returns the files of the AWS models that a test uses: a sample, or all files if the environment
 * variable `TINSMITH_MATRIX` is set. The list is empty if the models are not next to the project.
 */
export function awsModelFiles(): readonly string[] {
  if (!existsSync(awsModelsFolder)) return [];
  const files = readdirSync(awsModelsFolder).filter((name) => name.endsWith(".json"));
  if (process.env["TINSMITH_MATRIX"]) return files;
  return files.filter((name) => sample.has(name.replace(/-\d{4}-\d\d-\d\d\.json$/, "")));
}
