import { defineConfig } from "tsup";
import { bundledLicenses } from "../../tsup.licenses.js";

/** A program, not a library: one ESM file that Node runs. */
export default defineConfig({
  entry: ["src/bin.ts"],
  format: ["esm"],
  target: "node20",
  clean: true,
  treeshake: true,
  esbuildPlugins: [bundledLicenses],
});
