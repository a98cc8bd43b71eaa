import { pathToFileURL } from "node:url";
import { join } from "node:path";
import type { ServiceDescription, Server } from "@tinsmith/server-runtime";
import { requestHandlerFor } from "@tinsmith/server-runtime/request-handler";
import { build } from "esbuild";
import { differencesOfOperations } from "../interop/compare-operations.js";
import { openSdk } from "../interop/sdk.js";
import type { ModelPackages } from "./model-packages.js";
import { writeInto } from "./model-packages.js";

/** The outcome of calling every operation once. */
export interface CallOutcome {
  readonly total: number;
  /** The operations that failed, or whose client read something else than the server sent. */
  readonly failures: readonly string[];
}

interface LoadedPackages {
  readonly client: object;
  readonly createMockServer: (options?: object) => Server;
  readonly service: ServiceDescription;
}

/**
 * Calls every operation of a service with a sample of its input, from the generated client to the
 * generated mock server, and compares what the client reads with what the server sent.
 */
export async function callOperations(
  packages: ModelPackages,
  clientName: string,
): Promise<CallOutcome> {
  const { client, createMockServer, service } = await load(packages);
  const unexpected: string[] = [];
  const server = createMockServer({
    onUnexpectedError: (error: unknown) => unexpected.push(`unexpected: ${String(error)}`),
  });
  const sdk = openSdk(client, clientName, {
    endpoint: "http://127.0.0.1",
    requestHandler: requestHandlerFor(server),
    md5: false,
    token: { token: "token" },
    apiKey: { apiKey: "key" },
    login: { username: "user", password: "password" },
  });
  const operations = service.operations.map(({ schema }) => schema);
  try {
    const differences = await differencesOfOperations({
      server,
      generated: {
        client,
        createMockServer,
        service,
        operations,
        constraints: service.constraints ?? {},
      },
      callers: { "the client": sdk },
    });
    const failures = differences.map(({ operation, problem }) => `${operation}: ${problem}`);
    return { total: operations.length, failures: [...failures, ...unexpected] };
  } finally {
    sdk.destroy();
  }
}

/** Bundles the generated code; the runtimes are those that are installed here. */
async function load(packages: ModelPackages): Promise<LoadedPackages> {
  const entry = writeInto(
    packages,
    "entry.mjs",
    `export * as client from "@any/client";
export { createMockServer, service } from "@any/mock-server";
`,
  );
  const outfile = join(packages.folder, "bundle.mjs");
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { ...packages.paths },
    external: ["@tinsmith/*", "@smithy/*", "@aws-sdk/*"],
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
