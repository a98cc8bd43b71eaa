import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/main.ts", "src/pictures.ts"],
  format: ["esm"],
  target: "node20",
  clean: true,
  skipNodeModulesBundle: true,
  // The command line exports nothing. Its texts find the pages of events relative to their own file.
  external: [/codegen\/cli\/dist\//],
});
