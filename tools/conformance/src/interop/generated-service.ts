import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { StaticOperationSchema } from "@smithy/types";
import type { Constraints } from "@tinsmith/validation";
import type { ServiceDescription, Server } from "@tinsmith/server-runtime";
import { build } from "esbuild";
import { generate } from "../generate.js";
import { workspaceRoot } from "../workspace.js";

/**
 * Packages that were generated from a model, bundled and loaded. Their types are not known at
 * compile time.
 */
export interface GeneratedService {
  /** The exports of the generated client. */
  readonly client: object;
  readonly createMockServer: (options?: object) => Server;
  readonly service: ServiceDescription;
  readonly constraints: Constraints;
  readonly operations: readonly StaticOperationSchema[];
}

const models = join(workspaceRoot, "../shared/corpora/aws-models");

/** The reason why the models of AWS services are not available; `undefined` if they are. */
export const missingModels = existsSync(models)
  ? undefined
  : `skipped: the models of AWS services in ${models} are missing`;

/** Returns the path of a model by the name of its file. */
export const modelPath = (name: string): string => join(models, `${name}.json`);

export interface ModelOptions {
  /** The name that distinguishes the service from others with the same model. */
  readonly name: string;
  /** The name of the model, as {@link modelPath} expects it. */
  readonly model: string;
  /** Smithy IDL to add to the model, such as `apply` statements. */
  readonly more?: string;
}

/** Generates types, client and mock server of a model and loads them. */
export async function loadGeneratedService({
  name,
  model,
  more,
}: ModelOptions): Promise<GeneratedService> {
  const sources = [modelPath(model)];
  const types = `@interop/${name}-types`;
  const client = `@interop/${name}-client`;
  const mockServer = `@interop/${name}-mock-server`;
  const folder = await generate({
    name: `interop/${name}`,
    sources,
    ...(more !== undefined && { texts: { "more.smithy": more } }),
    packages: { types, client, "mock-server": mockServer },
  });
  const source = (path: string): string => join(folder, path);
  const entry = source("entry.mjs");
  writeFileSync(
    entry,
    `export * as client from ${JSON.stringify(client)};
export { createMockServer, service } from ${JSON.stringify(mockServer)};
`,
  );
  const outfile = source("bundle.mjs");
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: {
      [`${types}/schemas`]: source("types/src/schemas.ts"),
      [`${types}/constraints`]: source("types/src/constraints.ts"),
      [types]: source("types/src/index.ts"),
      [client]: source("client/src/index.ts"),
      [mockServer]: source("mock-server/src/index.ts"),
    },
    // The bundle only contains generated code. The runtimes are installed here.
    external: ["@tinsmith/*", "@smithy/*", "@aws-sdk/*"],
    logLevel: "error",
  });
  const loaded: Omit<GeneratedService, "operations" | "constraints"> = await import(
    pathToFileURL(outfile).href
  );
  return {
    ...loaded,
    constraints: loaded.service.constraints ?? {},
    operations: loaded.service.operations.map(({ schema }) => schema),
  };
}
