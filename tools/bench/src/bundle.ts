import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface BundleSize {
  /** The size of the minified bundle, in bytes. */
  readonly minified: number;
  /** The size of the minified bundle after gzip, in bytes. */
  readonly gzip: number;
}

/** Returns the source of a program that sends one command of the Metering client. */
export const meteringProgram = (client: string): string => `
  import { MarketplaceMeteringClient, MeterUsageCommand } from ${JSON.stringify(client)};
  export const meter = (input) =>
    new MarketplaceMeteringClient({ region: "us-east-1" }).send(new MeterUsageCommand(input));
`;

/**
 * Bundles a program, as an application would, and measures its size.
 *
 * @param packages - the source files of packages that are not installed, by the name of the package
 */
export async function bundle(
  program: string,
  platform: "browser" | "node",
  packages: Readonly<Record<string, string>> = {},
): Promise<BundleSize> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL("..", import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform,
    alias: packages,
    // ES modules are preferred, as by tree-shaking bundlers.
    mainFields: platform === "browser" ? ["browser", "module", "main"] : ["module", "main"],
    legalComments: "none",
    logLevel: "error",
    outdir: "out",
  });
  const total = { minified: 0, gzip: 0 };
  for (const { contents } of outputFiles) {
    total.minified += contents.byteLength;
    total.gzip += gzipSync(contents, { level: 9 }).byteLength;
  }
  return total;
}
