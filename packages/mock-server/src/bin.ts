#!/usr/bin/env node
import { runMockServer } from "@tinsmith/server-runtime/cli";
import manifest from "../package.json" with { type: "json" };
import { command } from "./generated/command.js";
import { createMockServer } from "./server/mock-server.js";
import { seedSchema } from "./seed/seed.js";
import { settingsSchema } from "./rules/settings.js";

const exitCode = runMockServer({
  ...command,
  version: manifest.version,
  seed: seedSchema,
  settings: settingsSchema,
  // boto3 has other names for services.
  clients: {
    ...command.clients,
    Python: 'boto3.client("meteringmarketplace", endpoint_url="{url}")',
  },
  keepsState: true,
  createServer: createMockServer,
  notes: ({ url }) => [`Public keys of RegisterUsage: ${url}/_mock/public-keys`],
});
void exitCode.then((code) => {
  process.exitCode = code;
});
