#!/usr/bin/env node
import { runMockServer } from "@tinsmith/server-runtime/cli";

import manifest from "../package.json" with { type: "json" };
import { command } from "./generated/command.js";
import { createMockServer } from "./mock-server.js";
import { seedSchema } from "./seed/seed.js";

const exitCode = runMockServer({
  ...command,
  version: manifest.version,
  seed: seedSchema,
  createServer: (seed) => createMockServer(seed ? { seed } : {}),
  notes: ({ url }) => [`Public keys of RegisterUsage: ${url}/_mock/public-keys`],
});
void exitCode.then((code) => {
  process.exitCode = code;
});
