import { build } from "esbuild";

/** Bundles a program for Node into a file next to it. Imported packages are not included. */
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
