import { planServer } from "@tinsmith/service";
import * as v from "valibot";
import { defineGenerator } from "../../generator.js";
import { described } from "../../option-text.js";
import { protocolPackages } from "../protocol-symbols.js";
import { commandName, emitCommand } from "./emit-command.js";
import { emitErrors } from "./emit-errors.js";
import { emitExamples } from "./emit-examples.js";
import { emitHandlers } from "./emit-handlers.js";
import { emitIndex } from "./emit-index.js";
import { emitResources } from "./emit-resources.js";
import { emitServer } from "./emit-server.js";
import { emitService } from "./emit-service.js";
import { mockServerReadme } from "./mock-server-readme.js";
import { binStarter } from "./starters.js";

/**
 * Generates a mock server: typed handlers for each operation, classes for the errors they throw,
 * and responses from examples of the model or from valid samples for operations without a handler.
 */
export const mockServerTarget = defineGenerator({
  name: "mock-server",
  options: v.strictObject({
    command: v.optional(
      described(
        v.pipe(
          v.string(),
          v.regex(/^[a-z0-9][a-z0-9-]*$/, "a command name of lowercase words and hyphens"),
        ),
        "The name of the command that starts the server. Default: `<service>-mock`.",
      ),
    ),
  }),
  needs: ["types"],
  needsProtocol: true,
  generate: (plan, { options, packageName, siblings }) => {
    const types = siblings.get("types")?.packageName;
    if (types === undefined) {
      throw new Error('The target "mock-server" requires the target "types". Add it to "plugins".');
    }
    const server = planServer(plan);
    const command = commandName(plan, options.command);
    return {
      files: [
        { path: "handlers.ts", code: emitHandlers(plan, types) },
        ...(plan.errors.length > 0 ? [{ path: "errors.ts", code: emitErrors(plan, types) }] : []),
        { path: "examples.ts", code: emitExamples(server) },
        ...(plan.resources.length > 0
          ? [{ path: "resources.ts", code: emitResources(server) }]
          : []),
        { path: "service.ts", code: emitService(plan, server, types) },
        { path: "server.ts", code: emitServer(plan, server, types) },
        { path: "command.ts", code: emitCommand(plan, command) },
        { path: "index.ts", code: emitIndex(plan) },
      ],
      package: {
        description: `A mock server of ${plan.title} for any SDK.`,
        entries: { ".": "index.js" },
        dependencies: [
          { name: types },
          { name: "@tinsmith/protocols" },
          { name: "@tinsmith/server-runtime" },
          ...protocolPackages(plan, "client", "server"),
        ],
        bin: { [command]: "./dist/bin.js" },
        platform: "node",
        readme: mockServerReadme(plan, packageName, command),
        starterFiles: [binStarter],
      },
    };
  },
});
