import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { generate, scratchFolder } from "../src/generate.js";
import { typeCheck } from "../src/type-check.js";
import { workspaceRoot } from "../src/workspace.js";

const model = join(workspaceRoot, "../shared/corpora/aws-models/dynamodb-2012-08-10.json");
const programs = (name: string) =>
  fileURLToPath(new URL(`./aws-programs/${name}.ts`, import.meta.url));
const theirs = "@aws-sdk/client-dynamodb";

if (!existsSync(model))
  console.info("Skipped: the models of AWS services in ../shared/corpora are missing.");

interface Request {
  readonly hostname: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Starts a service that responds by rules and records its requests. */
function service() {
  const asked: unknown[] = [];
  let described = 0;
  const answer = (operation: string, input: Readonly<Record<string, unknown>>): object => {
    const { ExclusiveStartTableName: start, ExclusiveStartKey: key, TableName: table } = input;
    if (operation === "DescribeEndpoints") {
      return { Endpoints: [{ Address: "cell.dynamodb.example", CachePeriodInMinutes: 60 }] };
    }
    if (operation === "ListTables") {
      const names = ["a", "b", "c", "d", "e"].filter((name) => name > String(start ?? ""));
      const page = names.slice(0, Number(input["Limit"] ?? 5));
      return {
        TableNames: page,
        ...(page.length < names.length && { LastEvaluatedTableName: page.at(-1) }),
      };
    }
    if (operation === "Scan") {
      const item = { id: { S: key === undefined ? "first" : "second" } };
      return {
        Items: [item],
        ...(key === undefined && { LastEvaluatedKey: { id: { S: "first" } } }),
      };
    }
    if (operation === "PutItem") return { ConsumedCapacity: { CapacityUnits: 1.5 } };
    if (table === "gone")
      return { __type: "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException" };
    described += 1;
    const TableStatus = table === "comes" && described > 1 ? "ACTIVE" : "CREATING";
    return { Table: { TableName: table, TableStatus } };
  };
  const handle = async ({ hostname, headers, body }: Request) => {
    const operation = String(headers["x-amz-target"]).split(".")[1] ?? "";
    const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
    const input: Record<string, unknown> = JSON.parse(text);
    asked.push([operation, input, hostname]);
    const output = answer(operation, input);
    return {
      response: {
        statusCode: "__type" in output ? 400 : 200,
        headers: { "x-amzn-requestid": "id" },
        body: new TextEncoder().encode(JSON.stringify(output)),
      },
    };
  };
  return { asked, requestHandler: { handle } };
}

/** Bundles the program with other packages in place of its imports, and runs it. */
async function outcome(program: string, alias: Readonly<Record<string, string>>) {
  const whose = theirs in alias ? "ours" : "theirs";
  const outfile = join(scratchFolder, "aws-programs", `${program}-${whose}.mjs`);
  mkdirSync(join(scratchFolder, "aws-programs"), { recursive: true });
  await build({
    entryPoints: [programs(program)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { ...alias },
    external: ["@tinsmith/*", "@smithy/*", ...(theirs in alias ? [] : ["@aws-sdk/*"])],
    logLevel: "error",
  });
  const { run }: { run: (config: object) => Promise<unknown[]> } = await import(
    pathToFileURL(outfile).href
  );
  const { asked, requestHandler } = service();
  const credentials = { accessKeyId: "AKIDTABLES", secretAccessKey: "secret" };
  const told = await run({ region: "us-east-1", credentials, maxAttempts: 1, requestHandler });
  return { told, asked };
}

/** Generates the packages and returns the paths of their sources. */
async function generated(): Promise<Readonly<Record<string, string>>> {
  const packages = { types: "@example/dynamodb-types", client: "@example/dynamodb-client" };
  const folder = await generate({ name: "aws-programs-dynamodb", sources: [model], packages });
  const source = (path: string) => join(folder, path);
  return {
    [packages.types]: source("types/src/index.ts"),
    [`${packages.types}/schemas`]: source("types/src/schemas.ts"),
    [`${packages.types}/constraints`]: source("types/src/constraints.ts"),
    [theirs]: source("client/src/index.ts"),
  };
}

describe.skipIf(!existsSync(model))("a program for the AWS client of DynamoDB", () => {
  let paths: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    paths = await generated();
  }, 60_000);

  it("paginates and waits in the same way with a generated client", async () => {
    expect(typeCheck({ files: [programs("tables")], paths })).toEqual([]);
    const aws = await outcome("tables", {});
    const own = await outcome("tables", paths);
    expect(own.told).toEqual(aws.told);
    // The number of requests of a waiter depends on timing.
    const counted = ({ asked }: typeof aws) =>
      asked.filter((call) => !JSON.stringify(call).includes("never"));
    expect(counted(own)).toEqual(counted(aws));
    expect(own.told).toContain("TimeoutError");
    expect(own.told.length).toBeGreaterThan(12);
  }, 180_000);

  it("supports the options of endpoint discovery with a generated client", async () => {
    expect(typeCheck({ files: [programs("endpoints")], paths })).toEqual([]);
    const aws = await outcome("endpoints", {});
    const own = await outcome("endpoints", paths);
    expect(own.told).toEqual(aws.told);
    const regional = "dynamodb.us-east-1.amazonaws.com";
    // This option affects only the generated client: schema-based commands of the AWS client accept
    // it, but send no request.
    const places = own.asked.map((call) => (Array.isArray(call) ? `${call[0]} ${call[2]}` : ""));
    // One of the two requests is sent in the background.
    expect(places.slice(0, 2).sort()).toEqual([
      `DescribeEndpoints ${regional}`,
      `ListTables ${regional}`,
    ]);
    expect(places.slice(2)).toEqual([
      "ListTables cell.dynamodb.example",
      "ListTables cell.dynamodb.example",
      `ListTables ${regional}`,
      `ListTables ${regional}`,
      "ListTables mine.example",
    ]);
  }, 180_000);
});
