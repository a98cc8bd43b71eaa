import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createMockServer } from "@marketplace-metering/mock-server";
import type { MarketplaceMeteringMockServer } from "@marketplace-metering/mock-server";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

const candidates = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
if (executablePath === undefined) {
  console.info("Skipped: no Chromium found. Set CHROMIUM_PATH to try the client in a browser.");
}

const token = "eyJlbmMiOiJBMTI4R0NNIn0.cmVnaXN0cmF0aW9uLXRva2Vu";

/** Serves a page that contains the generated client. */
async function servePage(): Promise<{ readonly server: Server; readonly origin: string }> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./page.ts", import.meta.url))],
    bundle: true,
    write: false,
    platform: "browser",
    format: "esm",
    logLevel: "error",
  });
  const script = outputFiles[0]?.text ?? "";
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(
      isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, origin: `http://localhost:${port}` };
}

describe.skipIf(executablePath === undefined)(
  "a page of another origin in Chromium, with the generated client",
  () => {
    let browser: Browser;
    let page: Page;
    let pages: Server;
    let origin: string;
    let server: MarketplaceMeteringMockServer;

    beforeAll(async () => {
      ({ server: pages, origin } = await servePage());
      browser = await chromium.launch({
        ...(executablePath !== undefined && { executablePath }),
        args: ["--no-sandbox", "--disable-gpu"],
      });
      page = await browser.newPage();
      await page.goto(origin);
      await page.waitForFunction(() => "meter" in globalThis);
    }, 120_000);
    afterEach(() => server.close());
    afterAll(async () => {
      await browser.close();
      pages.close();
    });

    const meter = (given: string, quantity: number): Promise<unknown> =>
      page.evaluate((args) => Reflect.apply(Reflect.get(globalThis, "meter"), undefined, args), [
        server.url,
        given,
        quantity,
      ] as const);

    it("resolves a customer and meters usage", async () => {
      server = await createMockServer({ cors: [origin] }).listen();
      expect(await meter(token, 3)).toEqual({ account: "111122223333", status: "Success" });
      server.verifyMetered({ customer: "111122223333", dimension: "users", quantity: 3, times: 1 });
    });

    it("reads the errors of the service", async () => {
      server = await createMockServer({ cors: [origin] }).listen();
      expect(await meter("unknown", 3)).toMatchObject({ error: "InvalidTokenException" });
      server.on("BatchMeterUsage").throwsOnce("ThrottlingException");
      expect(await meter(token, 3)).toMatchObject({ error: "ThrottlingException" });
    });

    it("sends nothing to a server that does not name its origin", async () => {
      server = await createMockServer({ cors: ["http://other.example"] }).listen();
      expect(await meter(token, 3)).toMatchObject({ message: expect.stringMatching(/fetch/i) });
      expect(server.metered()).toEqual([]);
      expect(server.journal.total).toBe(0);
    });

    it("cannot use the control API, even if the server lets it call operations", async () => {
      server = await createMockServer({ cors: [origin] }).listen();
      const answers = await page.evaluate(async (url) => {
        const requests = [
          fetch(`${url}/_mock/journal`),
          fetch(`${url}/_mock/reset`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: "{}",
          }),
        ];
        const settled = await Promise.allSettled(requests);
        return settled.map(({ status }) => status);
      }, server.url);
      expect(answers).toEqual(["rejected", "rejected"]);
    });
  },
);
