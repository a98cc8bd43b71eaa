import { defineConfig } from "tsup";
import { bundledLicenses } from "../../tsup.licenses.js";

/**
 * A program, not a library: an ESM file that Node runs, one for its threads, and the texts of its
 * commands, from which their documentation is made.
 */
export default defineConfig({
  entry: {
    bin: "src/bin.ts",
    "build-thread": "src/many-builds/thread.ts",
    commands: "src/command-texts.ts",
  },
  dts: { entry: { commands: "src/command-texts.ts" } },
  format: ["esm"],
  target: "node20",
  clean: true,
  treeshake: true,
  esbuildPlugins: [bundledLicenses],
});
