import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/main.ts", "src/any-model.ts", "src/update-api.ts", "src/update-manifests.ts"],
  format: ["esm"],
  target: "es2022",
  clean: true,
  skipNodeModulesBundle: true,
  // These private packages are sources.
  noExternal: ["@tinsmith/schema", "@tinsmith/values"],
});
