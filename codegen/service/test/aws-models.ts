import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the AWS models beside the project. */
export const awsModelsFolder = fileURLToPath(
  new URL("../../../../shared/corpora/aws-models", import.meta.url),
);

/** A service of each protocol, and those with a speciality: streams, rules, patterns, size. */
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
 * Returns the files of the AWS models that a test takes: a sample, or all of them where the variable
 * `TINSMITH_MATRIX` is set. None where the models are not beside the project.
 */
export function awsModelFiles(): readonly string[] {
  if (!existsSync(awsModelsFolder)) return [];
  const files = readdirSync(awsModelsFolder).filter((name) => name.endsWith(".json"));
  if (process.env["TINSMITH_MATRIX"]) return files;
  return files.filter((name) => sample.has(name.replace(/-\d{4}-\d\d-\d\d\.json$/, "")));
}
