import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executablePath } from "./browser.js";
import { buildSite } from "./site.js";

if (executablePath === undefined) {
  console.info("Skipped: Chromium is missing. Set CHROMIUM_PATH to test the console in a browser.");
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const protocols = [
  "aws.protocols#awsJson1_0",
  "aws.protocols#awsJson1_1",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
  "aws.protocols#restJson1",
  "aws.protocols#restXml",
  "smithy.protocols#rpcv2Cbor",
  "smithy.protocols#rpcv2Json",
];
const schemes = ["light", "dark"] as const;
const main = "aws.protocols#restJson1";

describe("the script of the console", () => {
  it("is at most 125 KB long after compression", () => {
    const script = readFileSync(new URL("../dist/console.js", import.meta.url));
    expect(gzipSync(script).byteLength).toBeLessThan(125_000);
  });
});

describe.skipIf(executablePath === undefined)("the console of an operation", () => {
  let browser: Browser;
  const sites = new Map<string, string>();

  beforeAll(async () => {
    for (const protocol of protocols) sites.set(protocol, await buildSite(protocol));
    browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: ["--no-sandbox", "--disable-gpu"],
    });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    for (const site of sites.values()) rmSync(join(site, "../../.."), { recursive: true });
  });

  interface Visit {
    readonly protocol?: string;
    readonly operation?: string;
    /** The address to which the page may send requests. */
    readonly allowed?: string;
    readonly width?: number;
    readonly colorScheme?: "light" | "dark";
    readonly bypassCSP?: boolean;
    readonly javaScriptEnabled?: boolean;
  }

  /**
   * Opens the page of an operation, and fails if the page reports an error or sends a request to a
   * host.
   */
  async function visit(options: Visit, use: (page: Page) => Promise<void>): Promise<void> {
    const {
      protocol = main,
      operation = "send-parcel",
      width = 1280,
      allowed = "file:",
      ...rest
    } = options;
    const context = await browser.newContext({ viewport: { width, height: 900 }, ...rest });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith("file:") && !request.url().startsWith(allowed))
        complaints.push(`a request to ${request.url()}`);
    });
    const file = join(sites.get(protocol) ?? "", "operations", `${operation}.html`);
    await page.goto(pathToFileURL(file).href);
    await use(page);
    await context.close();
    expect(complaints).toEqual([]);
  }

  async function open(page: Page): Promise<void> {
    await page.locator(".open-console").click();
    await page.locator(".console").waitFor();
  }

  async function send(page: Page): Promise<string> {
    await page.locator(".console .primary").click();
    const status = page.locator(".console [role=status]", { hasText: /Answer|Not sent/ });
    await status.waitFor();
    return (await status.textContent()) ?? "";
  }

  const code = (page: Page, title: string): Promise<string | null> =>
    page.locator(`.console pre[aria-label="${title}"]`).textContent();

  it.each(protocols)("sends the example to the server in the page over %s", async (protocol) => {
    await visit({ protocol }, async (page) => {
      await open(page);
      expect(await send(page)).toBe("Answer: 200 success.");
      expect(JSON.parse((await code(page, "Output")) ?? "")).toEqual({ Id: "parcel-2" });
      expect(await code(page, "Request")).toContain("two");
      expect(await code(page, "Answer")).toMatch(/^HTTP\/1\.1 200/);
    });
  });

  it("loads its files only when it is opened", async () => {
    await visit({}, async (page) => {
      const loaded = (): Promise<number> =>
        page.locator("head [src*=console], head [href*=console]").count();
      expect(await loaded()).toBe(0);
      await open(page);
      expect(await loaded()).toBe(3);
    });
  });

  it("shows the exact bytes of the request and the response", async () => {
    await visit({}, async (page) => {
      await open(page);
      await send(page);
      expect(await code(page, "Request")).toBe(
        [
          "POST /parcels/two HTTP/1.1",
          "host: 127.0.0.1",
          "content-type: application/json",
          "",
          '{"Weight":2,"Kind":"SMALL"}',
        ].join("\n"),
      );
      expect(await code(page, "Answer")).toMatch(/\n\n\{"Id":"parcel-2"\}$/);
    });
  });

  it("shows each problem of an input at its field, and does not send the request", async () => {
    await visit({}, async (page) => {
      await open(page);
      await page.getByLabel("Start from").selectOption({ label: "Empty" });
      await page.getByText("Optional members").click();
      await page.getByLabel("Weight").fill("31");
      await page.getByRole("button", { name: "Add Lines" }).click();
      await page.getByRole("button", { name: "Add to Lines" }).click();
      expect(await send(page)).toBe("Not sent: 3 problems.");
      const problems = await page.locator(".console .problem:visible").allTextContents();
      expect(problems).toEqual(["Is required.", "Must be 1 to 30.", "Is required."]);
      expect(await page.locator(".console pre").count()).toBe(0);
      expect(await page.evaluate("document.activeElement.getAttribute('aria-invalid')")).toBe(
        "true",
      );
    });
  });

  it("sends nested values that were added with the keyboard alone", async () => {
    await visit({}, async (page) => {
      await page.locator(".open-console").focus();
      await page.keyboard.press("Enter");
      await page.locator(".console").waitFor();
      // The first control has the focus.
      await page.keyboard.type("Emp");
      await page.keyboard.press("Tab");
      await page.keyboard.type("keys");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Add Labels" }).focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      await page.keyboard.type("color");
      await page.keyboard.press("Tab");
      await page.keyboard.type("red");
      await page.keyboard.press("Enter");
      await page.locator(".console pre").first().waitFor();
      expect(await code(page, "Request")).toContain('{"Labels":{"color":"red"}}');
    });
  });

  it("makes the next call fail, injects faults, and removes them", async () => {
    await visit({}, async (page) => {
      await open(page);
      await page.getByText("Errors, faults and clock").click();
      await page.getByRole("button", { name: "Make the next call fail" }).click();
      expect(await send(page)).toContain("Answer: 409 Refused");
      expect(await send(page)).toBe("Answer: 200 success.");
      const reset = page.getByRole("button", { name: "Reset the connection" });
      await reset.click();
      expect(await reset.getAttribute("aria-pressed")).toBe("true");
      expect(await send(page)).toBe("Answer: No answer: The connection was reset.");
      await reset.click();
      expect(await send(page)).toBe("Answer: 200 success.");
    });
  });

  it("moves the clock of the server in the page", async () => {
    await visit({}, async (page) => {
      await open(page);
      await page.getByText("Errors, faults and clock").click();
      await page.getByLabel("Clock").fill("2031-05-06T07:08:09Z");
      await page.getByRole("button", { name: "Stop the clock" }).click();
      await page.getByLabel("Clock").fill("2031-05-06T07:08:09Z");
      await page.getByRole("button", { name: "Set", exact: true }).click();
      await send(page);
      expect(await code(page, "Answer")).toContain("date: Tue, 06 May 2031 07:08:09 GMT");
    });
  });

  it("has no accessibility violations and fits the window in every state, color scheme and width", async () => {
    const isMatrix = process.env["TINSMITH_MATRIX"] === "1";
    for (const width of isMatrix ? [375, 768, 1280] : [375, 1280]) {
      for (const colorScheme of isMatrix
        ? schemes
        : ([width === 375 ? "light" : "dark"] as const)) {
        await visit({ width, colorScheme, bypassCSP: true }, async (page) => {
          await open(page);
          await page.getByLabel("Start from").selectOption({ label: "All members" });
          await page.evaluate(
            `for (const details of document.querySelectorAll(".console details")) details.open = true`,
          );
          await page.getByLabel("An address", { exact: true }).check();
          await page.getByLabel("A mock server in this page").check();
          await send(page);
          await page.getByLabel("Name").fill("a name that is too long");
          await send(page);
          await page.evaluate(axe);
          const violations = await page.evaluate(
            `axe.run(document, { preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`,
          );
          expect(violations, `${width} ${colorScheme}`).toEqual([]);
          const overflow = await page.evaluate(`document.documentElement.scrollWidth - innerWidth`);
          expect(overflow, `${width} ${colorScheme}`).toBeLessThanOrEqual(0);
        });
      }
    }
  }, 120_000);

  it("sends requests with additional headers to an address that the reader enters, and shows the response", async () => {
    const received: unknown[] = [];
    const server = createServer((request, response) => {
      response.setHeader("access-control-allow-origin", "*");
      response.setHeader("access-control-allow-headers", "*, authorization");
      if (request.method === "OPTIONS") return response.end();
      received.push([request.method, request.url, request.headers.authorization]);
      return response.setHeader("content-type", "application/json").end('{"Id":"there"}');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}`;
    await visit({ allowed: address }, async (page) => {
      await open(page);
      await page.getByLabel("An address", { exact: true }).check();
      await page.getByLabel("Address", { exact: true }).fill(`${address}/base/`);
      await page.getByText("Further headers").click();
      await page.getByLabel("Headers, one on each line").fill("Authorization: Bearer secret");
      expect(await send(page)).toBe("Answer: 200 success.");
      expect(await code(page, "Answer")).toMatch(/\{"Id":"there"\}$/);
    });
    server.close();
    expect(received).toEqual([["POST", "/base/parcels/two", "Bearer secret"]]);
  });

  it("is absent without JavaScript", async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      expect(await page.locator(".try-it:visible").count()).toBe(0);
      expect(await page.locator("#input:visible").count()).toBe(1);
    });
  });
});
