import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../src/generate.js";

const chromium = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].find((path) => path !== undefined && existsSync(path));
if (chromium === undefined) {
  console.info("Skipped: Chromium is missing. Set CHROMIUM_PATH to call a service from a page.");
}

const model = `$version: "2"
namespace example.tasks
use aws.protocols#restJson1
@restJson1 @httpBearerAuth
service Tasks { version: "1", operations: [ListTasks, GetTask, MarkTask, CreateTask] }
@readonly @auth([]) @http(method: "GET", uri: "/tasks")
operation ListTasks { input := { @httpQuery("state") state: String } output := { names: Names } }
@readonly @http(method: "GET", uri: "/tasks/{id}")
operation GetTask { input := { @required @httpLabel id: String } output := { names: Names } }
@auth([]) @idempotent @http(method: "PUT", uri: "/tasks/{id}")
operation MarkTask {
  input := { @required @httpLabel id: String, @httpHeader("X-Reason") reason: String, done: Boolean }
}
@http(method: "POST", uri: "/tasks")
operation CreateTask { input := { name: String } output := { names: Names } }
list Names { member: String }
`;

/** The page. It makes all calls, and reports their outputs to its own origin. */
const page = (endpoint: string): string => `
  import { Tasks } from "@example/preflight-client";
  const client = new Tasks({ endpoint: ${JSON.stringify(endpoint)}, token: { token: "secret" } });
  const outcomes = [];
  for (const call of [
    () => client.listTasks({ state: "open" }),
    () => client.getTask({ id: "1" }),
    () => client.markTask({ id: "1", reason: "late", done: true }),
    () => client.createTask({ name: "n" }),
  ]) {
    outcomes.push(await call().then(({ names }) => names ?? "done", String));
  }
  await fetch("/outcomes", { method: "POST", body: JSON.stringify(outcomes) });
`;

function close(server: Server): void {
  server.closeAllConnections();
  server.close();
}

async function listen(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(listener);
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

describe.skipIf(chromium === undefined)("a page on an origin other than the service's", () => {
  /** Requests as the service received them. Preflights include the headers that they request. */
  const received: string[] = [];
  let outcomes: unknown;

  beforeAll(async () => {
    const folder = await generate({
      name: "browser-preflights",
      sources: [],
      texts: { "tasks.smithy": model },
      packages: { types: "@example/preflight-types", client: "@example/preflight-client" },
    });
    const service = await listen((request, response) => {
      const asked = request.headers["access-control-request-headers"];
      received.push(`${request.method} ${request.url}${asked === undefined ? "" : ` ${asked}`}`);
      response.writeHead(200, {
        "content-type": "application/json",
        "access-control-allow-origin": "*",
        "access-control-allow-headers": asked ?? "",
        "access-control-allow-methods": "GET, PUT, POST",
      });
      response.end(request.method === "OPTIONS" ? "" : '{"names":["first"]}');
    });
    const { outputFiles } = await build({
      stdin: { contents: page(service.url), resolveDir: folder },
      bundle: true,
      write: false,
      format: "esm",
      platform: "browser",
      alias: {
        "@example/preflight-types/schemas": join(folder, "types/src/schemas.ts"),
        "@example/preflight-types": join(folder, "types/src/index.ts"),
        "@example/preflight-client": join(folder, "client/src/index.ts"),
      },
      logLevel: "error",
    });
    const script = outputFiles[0]?.text ?? "";
    const profile = mkdtempSync(join(tmpdir(), "chromium-"));
    let resolve: () => void = () => {};
    let reject: (error: Error) => void = () => {};
    const reported = new Promise<void>((...settle) => ([resolve, reject] = settle));
    const pages = await listen(async (request, response) => {
      if (request.url === "/outcomes") {
        outcomes = JSON.parse(await textOf(request));
        resolve();
      }
      const isScript = request.url === "/page.js";
      response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" });
      response.end(isScript ? script : '<script type="module" src="/page.js"></script>');
    });
    // Chromium starts other processes, so it runs in a separate process group.
    const browser = spawn(
      chromium ?? "",
      ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${profile}`, pages.url],
      { detached: true, stdio: "ignore" },
    );
    browser.once("error", reject);
    browser.once("exit", () => reject(new Error("Chromium ended without a report.")));
    try {
      await reported;
    } finally {
      browser.removeAllListeners();
      const ended = new Promise((end) => browser.once("exit", end));
      if (browser.pid !== undefined) process.kill(-browser.pid, "SIGKILL");
      await ended;
      close(pages.server);
      close(service.server);
      rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
    }
  }, 180_000);

  it("receives the outputs of all calls", () => {
    expect(outcomes).toEqual([["first"], ["first"], "done", ["first"]]);
  });

  it("sends no preflight for a GET that has neither authentication nor header members", () => {
    expect(received[0]).toBe("GET /tasks?state=open");
  });

  it("lists only the content type, the token and modeled headers in its preflights", () => {
    expect(received.slice(1)).toEqual([
      "OPTIONS /tasks/1 authorization",
      "GET /tasks/1",
      "OPTIONS /tasks/1 content-type,x-reason",
      "PUT /tasks/1",
      "OPTIONS /tasks authorization,content-type",
      "POST /tasks",
    ]);
  });
});
