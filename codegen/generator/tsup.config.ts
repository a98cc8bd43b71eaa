import { library } from "../../tsup.shared.js";
import { assetsForEsbuild } from "./bundle-assets.js";
import { collectLicenses } from "./collect-licenses.js";

export default library(["src/index.ts"], {
  esbuildPlugins: [assetsForEsbuild, collectLicenses("dist/THIRD-PARTY-LICENSES.txt")],
});
