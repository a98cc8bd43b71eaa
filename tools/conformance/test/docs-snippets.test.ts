import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { createMockServer } from "@marketplace-metering/mock-server";
import type { Recording } from "@tinsmith/service";
import { transform } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { scratchFolder } from "../src/generate.js";
import { readmeBlocks } from "../src/readme-blocks.js";
import { typeCheck } from "../src/type-check.js";
import { workspaceRoot } from "../src/workspace.js";

const run = promisify(execFile);
const site = join(workspaceRoot, "packages/docs/src/generated");
const folder = join(scratchFolder, "docs-snippets");
const endpoint = "http://127.0.0.1:8080";
const { calls } = JSON.parse(
  readFileSync(join(workspaceRoot, "model/recordings.json"), "utf8"),
) as { readonly calls: readonly Recording[] };
/** The time of the recordings. The examples are valid at this time. */
const clock = "2026-11-01T05:59:00Z";

interface Program {
  /** The path of the page, for example `operations/meter-usage`. */
  readonly page: string;
  readonly path: string;
  readonly text: string;
}

/**
 * Returns the complete TypeScript programs in the Markdown of all pages except guides: `tinsmith
 * verify` runs the programs of guides.
 */
function programs(): readonly Program[] {
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md") && !path.startsWith("guides"))
    .sort();
  return pages.flatMap((path) => {
    const page = path.replaceAll("\\", "/").replace(/\.md$/, "");
    return readmeBlocks(join(site, path))
      .filter(({ language, text }) => language === "typescript" && /^import /m.test(text))
      .map(({ text }, index) => {
        const name = `program-${index + 1}.ts`;
        return { page, path: join(folder, page.replace("/", "-"), name), text };
      });
  });
}

/** Imports programs one after the other. The state of the server is reset before each page. */
const runner = `
const [, , server, ...files] = process.argv;
let page = "";
for (const file of files) {
  const own = file.slice(0, file.lastIndexOf("/"));
  if (own !== page) {
    await fetch(server + "/_mock/reset", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
    await fetch(server + "/_mock/clock", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ freeze: "${clock}" }) });
  }
  page = own;
  try {
    await import("file://" + file);
    console.log("ok " + file);
  } catch (error) {
    console.log("failed " + file + " " + error);
  }
}
process.exit(0);
`;

const all = programs();
const environment = {
  ...process.env,
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
};

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const { path, text } of all) {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
  }
});

describe("the programs on the pages of the documentation", () => {
  it("are on the page of every operation, on the overview and on the page of the client", () => {
    const pages = new Set(all.map(({ page }) => page));
    expect([...pages]).toEqual(
      expect.arrayContaining([
        "client",
        "index",
        "operations/batch-meter-usage",
        "operations/register-usage",
      ]),
    );
    expect(all.length).toBeGreaterThan(25);
  });

  it("compile under the strictest options", () => {
    expect(typeCheck({ files: all.map(({ path }) => path) })).toEqual([]);
  }, 120_000);

  it("run against the mock server and send the bytes of the recordings", async () => {
    await using server = await createMockServer().listen();
    const sent: { readonly page: string; readonly body: string }[] = [];
    const files = await Promise.all(
      all.map(async ({ path, text }) => {
        const { code } = await transform(text.replaceAll(endpoint, server.endpoint), {
          loader: "ts",
          format: "esm",
        });
        const file = path.replace(/\.ts$/, ".mjs");
        writeFileSync(file, code);
        return file;
      }),
    );
    server.use({
      onRequest: ({ request }) => {
        sent.push({ page: "", body: Buffer.from(request.body as Uint8Array).toString() });
      },
    });
    const program = join(folder, "run.mjs");
    writeFileSync(program, runner);
    const { stdout } = await run(process.execPath, [program, server.endpoint, ...files], {
      env: environment,
    });
    const failed = stdout.split("\n").filter((line) => line.startsWith("failed"));
    expect(failed).toEqual([]);
    expect(stdout.match(/^ok /gm)).toHaveLength(files.length);
    const bodies = new Set(sent.map(({ body }) => withoutToken(body)));
    for (const { title, request } of calls) {
      if (request.body.kind !== "text") throw new Error(`${title} is not text.`);
      expect(bodies).toContain(withoutToken(request.body.text));
    }
  }, 120_000);
});

describe("the curl commands on the pages", () => {
  it("send the same bytes as the recordings", async () => {
    await using server = await createMockServer().listen();
    server.clock.freeze(clock);
    const bodies: string[] = [];
    server.use({
      onRequest: ({ request }) => {
        bodies.push(Buffer.from(request.body as Uint8Array).toString());
      },
    });
    const operations = readdirSync(join(site, "operations")).filter((name) => name.endsWith(".md"));
    for (const name of operations) {
      server.reset();
      for (const { language, text } of readmeBlocks(join(site, "operations", name))) {
        if (language !== "shellscript" || !text.startsWith("curl ")) continue;
        const command = text.replaceAll(endpoint, server.endpoint);
        await run("/bin/sh", ["-c", `curl() { command curl --silent "$@"; }; ${command}`], {
          env: environment,
        });
      }
    }
    const expected = calls.map(({ request: { body } }) => (body.kind === "text" ? body.text : ""));
    expect(bodies.sort()).toEqual(expected.sort());
  }, 60_000);
});

/** The token of a repeated call is random, unless the caller sets it. */
function withoutToken(body: string): string {
  const { ClientToken: _, ...rest } = JSON.parse(body) as Record<string, unknown>;
  return JSON.stringify(rest);
}
