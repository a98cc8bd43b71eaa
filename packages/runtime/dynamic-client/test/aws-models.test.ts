import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import type { EndpointParameters } from "@smithy/types";
import { EndpointError } from "@tinsmith/client-runtime";
import type { EndpointProvider } from "@tinsmith/client-runtime";
import { dataMembers } from "@tinsmith/service";
import type { OperationPlan, ServicePlan, ValueType } from "@tinsmith/service";
import { describe, expect, it } from "vitest";
import { endpointProviderOf } from "../src/endpoint-rules.js";
import { defineClient } from "../src/index.js";
import { planOf } from "./plan-of.js";
import { serviceHandler } from "./round-trip.js";

const corpus = fileURLToPath(new URL("../../../../../shared/corpora/aws-models", import.meta.url));
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.info(`Skipped: the AWS models are missing in ${corpus}.`);

const names = hasCorpus ? readdirSync(corpus).filter((name) => name.endsWith(".json")) : [];
const read = (name: string): string => readFileSync(join(corpus, name), "utf8");

type Call = readonly [operation: string, input: object, output: Record<string, unknown>];

/** Calls with outputs for services of each protocol and for services with special features. */
const calls: Readonly<Record<string, Call>> = {
  "api-gateway": ["GetApiKey", { apiKey: "k", includeValue: true }, { id: "k", enabled: true }],
  dynamodb: ["ListTables", { Limit: 3 }, { TableNames: ["a", "b"] }],
  "dynamodb-streams": ["ListStreams", { TableName: "t" }, { Streams: [] }],
  glacier: ["DescribeVault", { accountId: "-", vaultName: "v" }, { NumberOfArchives: 2 }],
  "iot-data-plane": ["GetRetainedMessage", { topic: "a" }, { qos: 1 }],
  kinesis: ["ListStreams", { Limit: 1 }, { StreamNames: ["s"], HasMoreStreams: false }],
  lambda: ["ListFunctions", { MaxItems: 2 }, { Functions: [{ FunctionName: "f" }] }],
  "marketplace-metering": ["ResolveCustomer", { RegistrationToken: "t" }, { ProductCode: "p" }],
  "route-53": [
    "ListHostedZones",
    { MaxItems: 5 },
    { HostedZones: [], Marker: "", IsTruncated: false, MaxItems: 5 },
  ],
  s3: ["ListBuckets", {}, { Buckets: [{ Name: "b" }] }],
  sns: ["Publish", { TopicArn: "arn:aws:sns:eu-west-1:1:t", Message: "m" }, { MessageId: "1" }],
  sqs: [
    "SendMessage",
    { QueueUrl: "https://sqs.eu-west-1.amazonaws.com/1/q", MessageBody: "m" },
    { MessageId: "1" },
  ],
  sts: ["GetCallerIdentity", {}, { Account: "123456789012" }],
  "transcribe-streaming": ["GetMedicalScribeStream", { SessionId: "s" }, {}],
};

/** Returns a call of the operation that has the fewest required members. The output is empty. */
function anyCall(plan: ServicePlan): Call {
  const required = (operation: OperationPlan) =>
    dataMembers(plan, operation.input).filter((member) => member.modelRequired);
  const [operation] = plan.operations
    .filter(({ inputEventStream, outputEventStream }) => !inputEventStream && !outputEventStream)
    .sort((a, b) => required(a).length - required(b).length);
  if (operation === undefined) throw new Error(`${plan.id} has no operation.`);
  const input = required(operation).map(({ name, type }) => [name, sampleOf(type)]);
  return [operation.name, Object.fromEntries(input), {}];
}

function sampleOf(type: ValueType): unknown {
  if (type.kind === "list") return [];
  if (type.kind === "number") return 1;
  if (type.kind === "boolean") return true;
  if (type.kind === "timestamp") return new Date(0);
  const isText = type.kind === "string" || (type.kind === "named" && type.of === "enum");
  return isText ? "x".repeat(12) : {};
}

describe.runIf(hasCorpus)("a dynamic client of a real service", () => {
  it.each(names)("sends a call and reads the output for %s", async (name) => {
    const Client = defineClient(read(name));
    const plan = planOf(read(name));
    const [operation, input, output] =
      calls[name.replace(/-\d{4}-\d\d-\d\d\.json$/, "")] ?? anyCall(plan);
    const Command = Client.commands[operation];
    if (Command === undefined) throw new Error(`${name} has no operation ${operation}.`);
    const { schema } = new Command(input);
    if (schema === undefined) throw new Error("The command has no schema.");
    const { handler, served, useProtocol } = serviceHandler(
      [{ schema, errors: [] }],
      { output },
      name.startsWith("geo-maps") ? "/v2" : "",
    );
    const client = new Client({
      region: "eu-west-1",
      credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s" },
      requestHandler: handler,
      maxAttempts: 1,
    });
    useProtocol(client.config.protocol, plan.schema);
    expect(await client.send(new Command(input))).toMatchObject(output);
    expect(served[0]?.url).toMatch(/^https:\/\/[^/]*\.(?:amazonaws\.com|api\.aws)\//);
  });

  it.each(names)("passes the endpoint tests in the model of %s", (name) => {
    const { endpoint: rules } = planOf(read(name));
    const provider = endpointProviderOf(rules);
    for (const { title, params, expected } of rules.tests) {
      const parameters: EndpointParameters = {};
      for (const [parameter, value] of Object.entries(params)) {
        if (typeof value === "string" || typeof value === "boolean") parameters[parameter] = value;
        else if (Array.isArray(value)) {
          parameters[parameter] = value.filter((item) => typeof item === "string");
        }
      }
      const outcome =
        "error" in expected ? expected : { ...expected, url: withoutSlash(new URL(expected.url)) };
      expect({ title, ...outcomeOf(provider, parameters) }).toEqual({ title, ...outcome });
    }
    expect(rules.tests.length).toBeGreaterThan(0);
  });
});

function outcomeOf(provider: EndpointProvider, parameters: EndpointParameters): object {
  try {
    const { url, headers, properties } = provider(parameters);
    return { url: withoutSlash(url), headers, properties };
  } catch (error) {
    if (error instanceof EndpointError) return { error: error.message };
    throw error;
  }
}

/** Removes the trailing slash of an endpoint, because the slash is not significant. */
const withoutSlash = ({ href }: URL): string => href.replace(/\/$/, "");
