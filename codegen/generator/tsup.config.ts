import { bundledLicenses } from "../../tsup.licenses.js";
import { library } from "../../tsup.shared.js";
import { assetsForEsbuild } from "./bundle-assets.js";

/** Packages that have ES modules are bundled from these: their CommonJS is several times as large. */
const preferModules = {
  name: "prefer-modules",
  setup: ({ initialOptions }: { initialOptions: { mainFields?: string[] } }): void => {
    initialOptions.mainFields = ["module", "main"];
  },
};

export default library(
  {
    index: "src/index.ts",
    manual: "src/manual.ts",
    project: "src/project/load-project.ts",
    protocol: "src/protocol.ts",
  },
  { esbuildPlugins: [preferModules, assetsForEsbuild, bundledLicenses] },
);
