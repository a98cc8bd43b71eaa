import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/main.ts", "src/children/*.ts"],
  format: ["esm"],
  target: "es2022",
  clean: true,
  skipNodeModulesBundle: true,
  splitting: false,
});
