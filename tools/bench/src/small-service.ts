import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@hey-api/openapi-ts";
import { bundle } from "./bundle.js";
import type { BundleSize } from "./bundle.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);

/** The clients of the small service, each with a program that makes one call. */
export interface SmallClients {
  /** The program and the source files of the generated packages. */
  readonly ours: readonly [program: string, packages: Readonly<Record<string, string>>];
  readonly heyApi: string;
  readonly openapiFetch: string;
  /** Deletes the generated files. */
  remove(): void;
}

/**
 * Generates the clients of `tasks/`: a REST service with two operations and a bearer token. The
 * clients are below this package, so that their imports find the packages that are installed here.
 */
export async function generateSmallClients(): Promise<SmallClients> {
  const folder = mkdtempSync(join(root, "tasks-"));
  cpSync(join(root, "tasks"), folder, { recursive: true });
  const manifest = require.resolve("tinsmith/package.json");
  const { bin }: { readonly bin: Readonly<Record<string, string>> } = require(manifest);
  const tinsmith = join(dirname(manifest), bin["tinsmith"] ?? "");
  execFileSync(process.execPath, [tinsmith, "build"], { cwd: folder });
  await createClient({
    input: join(folder, "openapi.json"),
    output: join(folder, "hey-api"),
    logs: { level: "silent" },
    plugins: ["@hey-api/client-fetch", "@hey-api/sdk"],
  });
  const url = JSON.stringify("https://tasks.example.com");
  return {
    ours: [
      `
        import { GetTaskCommand, TasksClient } from "@tasks/client";
        const client = new TasksClient({ endpoint: ${url}, token: { token: "secret" } });
        export const getTask = (id) => client.send(new GetTaskCommand({ id }));
      `,
      {
        "@tasks/client": join(folder, "client/src/index.ts"),
        "@tasks/types/schemas": join(folder, "types/src/schemas.ts"),
        "@tasks/types": join(folder, "types/src/index.ts"),
      },
    ],
    heyApi: `
      import { getTask as get } from ${JSON.stringify(join(folder, "hey-api/sdk.gen.ts"))};
      import { client } from ${JSON.stringify(join(folder, "hey-api/client.gen.ts"))};
      client.setConfig({ baseUrl: ${url}, auth: () => "secret" });
      export const getTask = (id) => get({ path: { id } });
    `,
    openapiFetch: `
      import createClient from "openapi-fetch";
      const client = createClient({ baseUrl: ${url}, headers: { authorization: "Bearer secret" } });
      export const getTask = (id) => client.GET("/tasks/{id}", { params: { path: { id } } });
    `,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Measures a bundle with one call for browsers, for each client of the small service. */
export async function measureSmallClients(
  clients: SmallClients,
): Promise<Readonly<Record<"ours" | "heyApi" | "openapiFetch", BundleSize>>> {
  const [program, packages] = clients.ours;
  const [ours, heyApi, openapiFetch] = await Promise.all([
    bundle(program, "browser", packages),
    bundle(clients.heyApi, "browser"),
    bundle(clients.openapiFetch, "browser"),
  ]);
  return { ours, heyApi, openapiFetch };
}
