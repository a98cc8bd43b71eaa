import { build } from "esbuild";

/** Bundles a program for Node, whose packages stay where they are installed, into a file beside it. */
export async function bundleProgram(program: string): Promise<string> {
  const outfile = program.replace(/\.ts$/, ".mjs");
  await build({
    entryPoints: [program],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  return outfile;
}
