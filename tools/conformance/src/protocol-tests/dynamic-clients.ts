import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { filesBelow } from "../corpus-files.js";
import { modelFileOf, workspaceOf } from "./generate-packages.js";
import type { GeneratedService, ProtocolTestSuite } from "./generate-packages.js";

/**
 * Writes modules that replace the generated clients of the protocol tests. The modules export the
 * results of `defineClient` under the same names.
 *
 * @returns the modules, by the name of the client's package
 * @throws Error if a test imports something that these modules cannot provide
 */
export function writeDynamicClients(
  suite: ProtocolTestSuite,
  services: readonly GeneratedService[],
): Readonly<Record<string, string>> {
  const workspace = workspaceOf(suite);
  writeModelModule(suite);
  return Object.fromEntries(
    services.map(({ name, shapeId, packages }) => {
      const path = join(workspace, name, "dynamic-client/index.ts");
      mkdirSync(dirname(path), { recursive: true });
      const names = importedNames(join(workspace, name), packages.client);
      writeFileSync(path, moduleText(shapeId, names, suite.protocol?.dynamic));
      return [packages.client, path];
    }),
  );
}

/** Writes one AST for all services. The modules read it at run time. */
function writeModelModule(suite: ProtocolTestSuite): void {
  const name = JSON.stringify(basename(modelFileOf(suite)));
  writeFileSync(
    join(workspaceOf(suite), "model.ts"),
    [
      'import { readFileSync } from "node:fs";',
      'import { loadModel } from "@tinsmith/smithy";',
      `const path = new URL(${name}, import.meta.url);`,
      `const loaded = loadModel([{ path: ${name}, text: readFileSync(path, "utf8") }]);`,
      'if (loaded.model === undefined) throw new Error("The model of the protocol tests cannot be loaded.");',
      "export const model = loaded.model;",
      "",
    ].join("\n"),
  );
}

/** Returns the names that the generated tests of a service import from its client package. */
function importedNames(serviceFolder: string, packageName: string): readonly string[] {
  const names = new Set<string>();
  const folder = join(serviceFolder, "protocol-tests/test");
  for (const { path } of filesBelow(folder, ".ts")) {
    const text = readFileSync(path, "utf8");
    for (const [, list = "", from] of text.matchAll(/^import \{([^}]*)\} from "([^"]+)";$/gm)) {
      if (from !== packageName) continue;
      for (const part of list.split(",")) if (part.trim() !== "") names.add(part.trim());
    }
  }
  return [...names].sort();
}

function moduleText(
  service: string,
  names: readonly string[],
  protocolModule: string | undefined,
): string {
  const id = JSON.stringify(service);
  const [imported, options] =
    protocolModule === undefined
      ? [[], `{ service: ${id} }`]
      : [
          [`import { protocols } from ${JSON.stringify(protocolModule)};`],
          `{ service: ${id}, protocols }`,
        ];
  return [
    ...imported,
    'import { defineClient } from "@tinsmith/dynamic-client";',
    'import { model } from "../../model.js";',
    `const Client = defineClient(model, ${options});`,
    "const named = (name) => {",
    "  if (name === Client.name) return Client;",
    "  const classes = [...Object.values(Client.commands), ...Object.values(Client.exceptions)];",
    "  const found = classes.find((one) => one.name === name);",
    "  if (found === undefined) throw new Error(`${Client.name} has no ${name}.`);",
    "  return found;",
    "};",
    ...names.map((name) => `export const ${name} = named(${JSON.stringify(name)});`),
    "",
  ].join("\n");
}
