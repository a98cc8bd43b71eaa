import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/main.ts", "src/pictures.ts"],
  format: ["esm"],
  target: "node20",
  clean: true,
  skipNodeModulesBundle: true,
});
