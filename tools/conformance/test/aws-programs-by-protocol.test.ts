import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { generate, scratchFolder } from "../src/generate.js";
import { typeCheck } from "../src/type-check.js";
import { workspaceRoot } from "../src/workspace.js";
import { programs } from "./aws-programs/responses.js";
import type { AwsProgram, ServiceResponse } from "./aws-programs/responses.js";

const models = join(workspaceRoot, "../shared/corpora/aws-models");
if (!existsSync(models))
  console.info("Skipped: the models of AWS services in ../shared/corpora are missing.");

interface Request {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const source = (name: string) =>
  fileURLToPath(new URL(`./aws-programs/${name}.ts`, import.meta.url));

/** Headers that describe the client instead of the call. */
const OWN =
  /^(?:amz-sdk-.*|(?:x-amz-)?user-agent|authorization|x-amz-date|x-amz-content-sha256|host)$/i;

const OF_BODY = /^(?:content-length|content-md5|x-amz-checksum-.*)$/i;

const text = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body ?? "");

/** Returns a body as data, because the order of members and parameters does not matter. */
function dataOf(body: string): unknown {
  // Idempotency tokens are random.
  const same = body.replaceAll(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g, "<random>");
  if (same.startsWith("{")) return JSON.parse(same);
  // The XML declaration may be omitted, and an empty element has two forms.
  return same.startsWith("<")
    ? same.replace(/^<\?xml[^>]*\?>/, "")
    : Object.fromEntries(new URLSearchParams(same));
}

/** Creates a handler that returns the responses in order and records the requests. */
function service(responses: readonly ServiceResponse[]) {
  const received: unknown[] = [];
  const handle = async ({ method, hostname, path, query, headers, body }: Request) => {
    const response = responses[received.length];
    const sent = Object.entries(headers)
      .filter(([name]) => !OWN.test(name))
      // Lengths and checksums are not compared, because the bytes of the body may differ.
      .map(([name, value]) => [name.toLowerCase(), OF_BODY.test(name) ? "" : value]);
    // `?uploads` and `?uploads=` are the same query.
    const parameters = Object.entries(query ?? {}).map(([name, value]) => [name, value ?? ""]);
    received.push({
      method,
      hostname,
      path,
      query: Object.fromEntries(parameters),
      headers: Object.fromEntries(sent),
      body: dataOf(text(body)),
    });
    if (response === undefined) throw new Error("The program sends more requests than expected.");
    const { status = 200, headers: own = {}, body: answer = "" } = response;
    return {
      response: {
        statusCode: status,
        headers: { "x-amzn-requestid": `request-${received.length}`, ...own },
        body: Readable.from(answer === "" ? [] : [Buffer.from(answer)]),
      },
    };
  };
  return { received, requestHandler: { handle } };
}

/** Bundles a program, with the given replacements of the packages that it imports, and runs it. */
async function outcome(
  { name, responses }: AwsProgram,
  alias: Readonly<Record<string, string>>,
): Promise<{ readonly told: unknown; readonly received: readonly unknown[] }> {
  const isOwn = Object.keys(alias).length > 0;
  mkdirSync(join(scratchFolder, "aws-programs"), { recursive: true });
  const outfile = join(scratchFolder, "aws-programs", `${name}-${isOwn ? "own" : "aws"}.mjs`);
  await build({
    entryPoints: [source(name)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { ...alias },
    external: ["@tinsmith/*", "@smithy/*", ...(isOwn ? [] : ["@aws-sdk/*"])],
    logLevel: "error",
  });
  const { run }: { run: (config: object) => Promise<unknown> } = await import(
    pathToFileURL(outfile).href
  );
  const { received, requestHandler } = service(responses);
  const credentials = { accessKeyId: "AKIDPROGRAM", secretAccessKey: "secret" };
  const told = await run({ region: "us-east-1", credentials, maxAttempts: 1, requestHandler });
  return { told, received };
}

describe.skipIf(!existsSync(models))("a program for an AWS client", () => {
  it.each(programs)(
    "compiles with a generated client, and sends and returns the same: $name ($protocol)",
    async (program) => {
      const { name, client, model, responses } = program;
      const packages = { types: `@example/${name}-types`, client: `@example/${name}-client` };
      const folder = await generate({
        name: `aws-program-${name}`,
        sources: [join(models, `${model}.json`)],
        packages,
      });
      const paths = {
        [packages.types]: join(folder, "types/src/index.ts"),
        [`${packages.types}/schemas`]: join(folder, "types/src/schemas.ts"),
        [`${packages.types}/constraints`]: join(folder, "types/src/constraints.ts"),
        [client]: join(folder, "client/src/index.ts"),
      };
      expect(typeCheck({ files: [source(name)] })).toEqual([]);
      expect(typeCheck({ files: [source(name)], paths })).toEqual([]);
      const aws = await outcome(program, {});
      const own = await outcome(program, paths);
      expect(own).toEqual(aws);
      expect(own.received).toHaveLength(responses.length);
    },
    300_000,
  );
});
