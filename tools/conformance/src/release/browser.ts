import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

const candidates = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * Starts the Chromium of this machine.
 *
 * @throws Error if Chromium is not installed
 */
export async function startChromium(): Promise<Browser> {
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) {
    throw new Error("Chromium is missing. Name its program in the variable CHROMIUM_PATH.");
  }
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

/** Opens the page of a folder. Returns the printed text, or the reason of the failure. */
export async function runInChromium(browser: Browser, folder: string): Promise<string> {
  const server = createServer(({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const path = join(folder, pathname === "/" ? "index.html" : pathname);
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(path)] ?? "text/plain" });
    response.end(readFileSync(path));
  });
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  try {
    const printed = new Promise<string>((found) => {
      page.on("console", (message) => {
        if (message.type() === "log") found(message.text());
      });
      page.on("pageerror", (error) => found(`fails: ${error.message}`));
    });
    const late = page.waitForTimeout(30_000).then(() => "prints nothing within 30 seconds");
    await page.goto(`http://127.0.0.1:${port}/`);
    return await Promise.race([printed, late]);
  } finally {
    await page.close();
    server.close();
    server.closeAllConnections();
  }
}
