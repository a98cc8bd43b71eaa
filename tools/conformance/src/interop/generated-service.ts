import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { StaticOperationSchema } from "@smithy/types";
import type { Constraints } from "@tinsmith/validation";
import type { ServiceDescription, Server } from "@tinsmith/server-runtime";
import { build } from "esbuild";
import { generate } from "../generate.js";
import { workspaceRoot } from "../workspace.js";

/** What was generated from a model, bundled and loaded. Nothing of it is known when this is compiled. */
export interface GeneratedService {
  /** The exports of the generated client. */
  readonly client: object;
  readonly createMockServer: (options?: object) => Server;
  readonly service: ServiceDescription;
  readonly constraints: Constraints;
  readonly operations: readonly StaticOperationSchema[];
}

const models = join(workspaceRoot, "../shared/corpora/aws-models");

/** Why models of AWS services cannot be had; nothing where they can. */
export const missingModels = existsSync(models)
  ? undefined
  : `skipped: ${models} holds the models of AWS services, and it is not there`;

/** The path of a model, by the name of its file. */
export const modelPath = (name: string): string => join(models, `${name}.json`);

export interface ModelOptions {
  /** Distinguishes it from other services of the same model. */
  readonly name: string;
  /** The model, as {@link modelPath} names it. */
  readonly model: string;
  /** Smithy IDL that is added to the model: `apply` statements, for example. */
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
    // Only what is generated goes into the bundle; runtimes are installed here.
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
