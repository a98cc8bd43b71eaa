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
  /** The operations that failed, or whose client read a value that differs from the sent value. */
  readonly failures: readonly string[];
}

interface LoadedPackages {
  readonly client: object;
  readonly createMockServer: (options?: object) => Server;
  readonly service: ServiceDescription;
}

/**
 * Calls every operation of a service with a sample of its input, from the generated client to the
 * generated mock server. Compares the value that the client reads with the value that the server
 * sent. A modeled error counts as a response as well, because a mock without a resource cannot
 * return it.
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
    // A host name instead of an address, because some operations prepend a label.
    endpoint: "http://localhost",
    requestHandler: requestHandlerFor(server),
    md5: false,
    token: { token: "token" },
    apiKey: { apiKey: "key" },
    login: { username: "user", password: "password" },
  });
  /** Operations that the mock refuses with a modeled error, or because a resource is missing. */
  const refused = new Set<string>();
  const noteRefusal = (operation: string) => (error: unknown) => {
    const known: unknown = error instanceof Error ? Reflect.get(client, error.name) : undefined;
    const isModeled = typeof known === "function" && error instanceof known;
    if (isModeled || isNotFound(error)) refused.add(operation);
    throw error;
  };
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
      compareAs: withPlainDecimals,
      callers: {
        "the client": { call: (...args) => sdk.call(...args).catch(noteRefusal(args[0])) },
      },
    });
    const failures = differences
      .filter(({ operation }) => !refused.has(operation))
      .map(({ operation, problem }) => `${operation}: ${problem}`);
    return { total: operations.length, failures: [...failures, ...unexpected] };
  } finally {
    sdk.destroy();
  }
}

/**
 * A mock responds with this status for a missing resource, even if the model has no error for it.
 */
function isNotFound(error: unknown): boolean {
  const metadata: unknown = error instanceof Error ? Reflect.get(error, "$metadata") : undefined;
  return metadata instanceof Object && Reflect.get(metadata, "httpStatusCode") === 404;
}

/** Converts big decimals to numbers, because samples contain numbers for them. */
function withPlainDecimals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainDecimals);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date || value instanceof Uint8Array) return value;
  if (Reflect.get(value, "type") === "bigDecimal") return Number(Reflect.get(value, "string"));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withPlainDecimals(member)]),
  );
}

/** Bundles the generated code. The runtimes are those of this workspace. */
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
