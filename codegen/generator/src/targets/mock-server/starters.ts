import type { StarterFile } from "../../generator.js";

/** The entry of the command, for the owner of the package to extend with seeds and options. */
export const binStarter: StarterFile = {
  path: "src/bin.ts",
  text: `#!/usr/bin/env node
import { runMockServer } from "@tinsmith/server-runtime/cli";

import manifest from "../package.json" with { type: "json" };
import { command } from "./generated/command.js";
import { createMockServer } from "./generated/server.js";

const exitCode = runMockServer({
  ...command,
  version: manifest.version,
  createServer: createMockServer,
});
void exitCode.then((code) => {
  process.exitCode = code;
});
`,
};
