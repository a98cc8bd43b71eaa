import { fileURLToPath } from "node:url";

/**
 * The folder to which `example/smithy-build.json` writes the packages, relative to this package.
 */
export const generatedFolder = "reports/generated";

function path(below: string): string {
  return fileURLToPath(new URL(`../${below}`, import.meta.url));
}

function generated(below: string): string {
  return path(`${generatedFolder}/${below}`);
}

/** The source of each entry that tests and generated packages import, most specific first. */
export const sourcePaths: Readonly<Record<string, string>> = {
  "@museum/types/schemas": generated("types/src/schemas.ts"),
  "@museum/types/constraints": generated("types/src/constraints.ts"),
  "@museum/types/validators": generated("types/src/validators.ts"),
  "@museum/types": generated("types/src/index.ts"),
  "@museum/client/stubs": generated("client/src/stubs.ts"),
  "@museum/client": generated("client/src/index.ts"),
  "@museum/mock-server": generated("mock-server/src/index.ts"),
  "@tinsmith/alloy/dynamic": path("src/dynamic.ts"),
  "@tinsmith/alloy/server": path("src/server.ts"),
  "@tinsmith/alloy": path("src/index.ts"),
};

/** The configuration of the example. */
export const configPath = path("example/smithy-build.json");
