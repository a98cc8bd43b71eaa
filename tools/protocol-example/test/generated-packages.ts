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
  "@parcel/types/schemas": generated("types/src/schemas.ts"),
  "@parcel/types/constraints": generated("types/src/constraints.ts"),
  "@parcel/types/validators": generated("types/src/validators.ts"),
  "@parcel/types": generated("types/src/index.ts"),
  "@parcel/client/stubs": generated("client/src/stubs.ts"),
  "@parcel/client": generated("client/src/index.ts"),
  "@parcel/mock-server": generated("mock-server/src/index.ts"),
  "@tinsmith/protocol-example/server": path("src/server.ts"),
  "@tinsmith/protocol-example": path("src/index.ts"),
};

/** The configuration of the example. */
export const configPath = path("example/smithy-build.json");
