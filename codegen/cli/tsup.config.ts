import { defineConfig } from "tsup";
import { bundledLicenses } from "../../tsup.licenses.js";

/** A program, not a library: an ESM file that Node runs, and one for its threads. */
export default defineConfig({
  entry: { bin: "src/bin.ts", "build-thread": "src/many-builds/thread.ts" },
  format: ["esm"],
  target: "node20",
  clean: true,
  treeshake: true,
  esbuildPlugins: [bundledLicenses],
});
