import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    main: "src/main.ts",
    "run-models": "src/run-models.ts",
    "run-exported-names": "src/run-exported-names.ts",
    fuzz: "src/fuzz/main.ts",
    "update-api": "src/update-api.ts",
    "update-manifests": "src/update-manifests.ts",
  },
  format: ["esm"],
  target: "es2022",
  clean: true,
  skipNodeModulesBundle: true,
  // These private packages are not built, so they are bundled from their sources.
  noExternal: ["@tinsmith/schema", "@tinsmith/values"],
});
