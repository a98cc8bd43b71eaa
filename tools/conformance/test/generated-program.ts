import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { generate } from "../src/generate.js";

/** Packages of one service, generated for a program that uses them. */
export interface GeneratedPackages {
  readonly folder: string;
  /** Source files by module name, for the compiler and the bundler. */
  readonly paths: Readonly<Record<string, string>>;
}

/** Generates types, client, mock server and documentation as `@example/<prefix>-...`. */
export async function generatePackages(
  name: string,
  prefix: string,
  sources: readonly string[],
  /** Additional targets, each with the name of its package. */
  others: Readonly<Record<string, string>> = {},
): Promise<GeneratedPackages> {
  const folder = await generate({
    name,
    sources,
    options: { types: { jsonSchema: true } },
    packages: {
      types: `@example/${prefix}-types`,
      client: `@example/${prefix}-client`,
      "mock-server": `@example/${prefix}-mock-server`,
      docs: `@example/${prefix}-docs`,
      ...others,
    },
  });
  const source = (path: string) => join(folder, path);
  const paths = {
    [`@example/${prefix}-types`]: source("types/src/index.ts"),
    [`@example/${prefix}-types/schemas`]: source("types/src/schemas.ts"),
    [`@example/${prefix}-types/constraints`]: source("types/src/constraints.ts"),
    [`@example/${prefix}-types/validators`]: source("types/src/validators.ts"),
    [`@example/${prefix}-types/json-schema`]: source("types/src/json-schema.ts"),
    [`@example/${prefix}-client`]: source("client/src/index.ts"),
    [`@example/${prefix}-client/logging`]: source("client/src/logging.ts"),
    [`@example/${prefix}-client/params`]: source("client/src/params.ts"),
    [`@example/${prefix}-client/plugins`]: source("client/src/plugins.ts"),
    [`@example/${prefix}-client/stubs`]: source("client/src/stubs.ts"),
    [`@example/${prefix}-mock-server`]: source("mock-server/src/index.ts"),
  };
  return { folder, paths };
}

/** The result of a program's check. */
export interface Outcome {
  readonly check: string;
  readonly problem: string | undefined;
}

/** Bundles a program with the generated sources, runs its `checks`, and returns their results. */
export async function runChecks(
  program: string,
  { folder, paths }: GeneratedPackages,
): Promise<readonly Outcome[]> {
  const outfile = join(folder, `${basename(program, ".ts")}.mjs`);
  await build({
    entryPoints: [program],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { ...paths },
    // The bundle contains only generated code, because the runtimes are installed in this
    // workspace.
    external: ["@tinsmith/*", "@smithy/*", "@aws-sdk/*", "fast-check"],
    logLevel: "error",
  });
  const { checks }: { checks: Readonly<Record<string, () => Promise<void>>> } = await import(
    pathToFileURL(outfile).href
  );
  const outcomes: Outcome[] = [];
  for (const [check, run] of Object.entries(checks)) {
    const problem = await run().then(
      () => undefined,
      (error: unknown) => String(error),
    );
    outcomes.push({ check, problem });
  }
  return outcomes;
}
