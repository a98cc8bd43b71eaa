import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/server.ts", "src/tinsmith.ts"],
  format: ["esm"],
  target: "es2022",
  clean: true,
});
