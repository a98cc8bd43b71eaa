import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface BundleSize {
  /** Bytes of the minified bundle. */
  readonly minified: number;
  /** Bytes of the same after gzip. */
  readonly gzip: number;
}

/** Bundles a program that sends one command, as an application would, and says how large it is. */
export async function bundle(client: string, platform: "browser" | "node"): Promise<BundleSize> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { MarketplaceMeteringClient, MeterUsageCommand } from ${JSON.stringify(client)};
        export const meter = (input) =>
          new MarketplaceMeteringClient({ region: "us-east-1" }).send(new MeterUsageCommand(input));
      `,
      resolveDir: fileURLToPath(new URL("..", import.meta.url)),
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform,
    // ES modules where a package has them, as bundlers that shake trees prefer.
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
