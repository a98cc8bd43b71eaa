import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileModel } from "./hostile-model.js";
import { filesOf, modelOf, siteOf } from "./load-plan.js";
import { parcelsModel } from "./parcels-model.js";
import { parcelsRecordings } from "./parcels-recordings.js";

const candidates = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
if (executablePath === undefined) {
  console.info("Skipped: Chromium is missing. Set CHROMIUM_PATH to test the site in a browser.");
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const models = {
  parcels: modelOf([{ path: "parcels.smithy", text: parcelsModel }]),
  hostile: modelOf([{ path: "hostile.json", text: hostileModel() }]),
};
const operationPage = "parcels/operations/send-parcel.html";

describe.skipIf(executablePath === undefined)("the site, opened from disk in a browser", () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), "docs-"));
  const pagesOf: Record<string, readonly string[]> = {};

  beforeAll(async () => {
    for (const [name, model] of Object.entries(models)) {
      const recordings = name === "parcels" ? parcelsRecordings : [];
      const files = filesOf(siteOf(model, recordings));
      for (const [path, text] of files) {
        const file = join(folder, name, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      pagesOf[name] = [...files.keys()].filter((path) => path.endsWith(".html"));
    }
    browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: ["--no-sandbox", "--disable-gpu"],
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Visit {
    readonly width?: number;
    readonly colorScheme?: "light" | "dark";
    readonly bypassCSP?: boolean;
    readonly javaScriptEnabled?: boolean;
  }

  /**
   * Opens a page. Throws if the page reports an error, opens a dialog or sends a request to a host.
   */
  async function visit(
    path: string,
    options: Visit,
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { width = 1280, ...rest } = options;
    const context = await browser.newContext({ viewport: { width, height: 900 }, ...rest });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("dialog", (dialog) => complaints.push(`a dialog: ${dialog.message()}`));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) complaints.push(`a request to ${request.url()}`);
    });
    await page.goto(pathToFileURL(join(folder, path)).href);
    await use(page);
    await context.close();
    expect(complaints).toEqual([]);
  }

  const search = async (page: Page, text: string): Promise<void> => {
    await page.keyboard.press("/");
    await page.keyboard.type(text);
    await page.waitForSelector(".search a");
  };

  const violations = async (page: Page): Promise<unknown> => {
    await page.evaluate(axe);
    return page.evaluate(
      `axe.run(document, { preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`,
    );
  };

  it("has no accessibility violations in any color scheme, at any width, or in search results", async () => {
    const pages = pagesOf["parcels"] ?? [];
    const operation = pages.find((path) => path.startsWith("operations/")) ?? "";
    const others = ["errors.html", "shapes/index.html"];
    const shape = pages.filter((path) => /^shapes\/(?!index)/.test(path)).at(-1) ?? "";
    for (const path of ["index.html", operation, ...others, shape]) {
      for (const [width, colorScheme] of [
        [375, "light"],
        [1280, "dark"],
        ...(others.includes(path) ? [] : [[375, "dark"] as const, [1280, "light"] as const]),
      ] as const) {
        await visit(`parcels/${path}`, { width, colorScheme, bypassCSP: true }, async (page) => {
          await page.evaluate(
            `for (const details of document.querySelectorAll("details")) details.open = true`,
          );
          expect(await violations(page), `${path} ${width} ${colorScheme}`).toEqual([]);
          if (path !== "index.html") return;
          await search(page, "e");
          expect(await violations(page), `search ${width} ${colorScheme}`).toEqual([]);
        });
      }
    }
  }, 120_000);

  it("fits a narrow screen without horizontal scrolling", async () => {
    for (const name of ["parcels", "hostile"]) {
      await visit(`${name}/index.html`, { width: 375 }, async (page) => {
        const tooWide: string[] = [];
        for (const path of pagesOf[name] ?? []) {
          await page.goto(pathToFileURL(join(folder, name, path)).href);
          const overflow = await page.evaluate(
            `document.documentElement.scrollWidth - document.documentElement.clientWidth`,
          );
          if (Number(overflow) > 0) tooWide.push(path);
        }
        expect(tooWide).toEqual([]);
      });
    }
  }, 120_000);

  it("does not run scripts of a hostile model, even in search results", async () => {
    await visit("hostile/index.html", {}, async (page) => {
      await search(page, "script");
      await page.keyboard.press("Escape");
      await search(page, "alert");
      expect(await page.locator(".search a").count()).toBeGreaterThan(0);
      expect(await page.evaluate(`globalThis.pwned`)).toBeUndefined();
    });
  });

  it("finds a member by a part of its name, and opens its page", async () => {
    await visit("parcels/index.html", {}, async (page) => {
      await search(page, "arrives");
      await page.keyboard.press("Enter");
      await page.waitForURL(/shapes\/send-parcel-output\.html#ArrivesAt$/);
      expect(await page.locator("tr:target code").first().textContent()).toBe("ArrivesAt");
    });
  });

  it("expands the shapes that contain the member of the URL fragment", async () => {
    await visit(operationPage, {}, async (page) => {
      const nested = page.locator('[id="input.Lines.Kind"]');
      expect(await nested.isVisible()).toBe(false);
      await page.goto(`${page.url()}#input.Lines.Kind`);
      await nested.waitFor({ state: "visible" });
      expect(await nested.isVisible()).toBe(true);
    });
  });

  it("applies the selected tab to all examples, also on the next page", async () => {
    await visit("parcels/index.html", {}, async (page) => {
      await page.locator(".tabs label", { hasText: "cURL" }).first().click();
      await page.goto(pathToFileURL(join(folder, operationPage)).href);
      expect(await page.locator(".tab-curl:checked").count()).toBe(2);
      expect(await page.locator(".panel-curl:visible").count()).toBe(2);
      expect(await page.locator(".panel-ts:visible").count()).toBe(0);
    });
  });

  it("switches from the theme of the system to the light and the dark theme, and keeps the choice", async () => {
    const background = (page: Page): Promise<unknown> =>
      page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    const [light, dark] = ["rgb(255, 255, 255)", "rgb(18, 23, 21)"];
    await visit("parcels/index.html", { colorScheme: "dark" }, async (page) => {
      expect(await background(page)).toBe(dark);
      const button = page.getByRole("button", { name: "Color theme" });
      await button.focus();
      await page.keyboard.press("Enter");
      expect(await background(page)).toBe(light);
      expect(await button.getAttribute("aria-label")).toBe("Color theme: light");
      await page.goto(pathToFileURL(join(folder, operationPage)).href);
      expect(await background(page)).toBe(light);
      await page.emulateMedia({ colorScheme: "light" });
      await page.keyboard.press("Tab");
      await button.click();
      expect(await background(page)).toBe(dark);
      await button.click();
      expect(await background(page)).toBe(light);
      expect(await button.getAttribute("aria-label")).toBe("Color theme: system");
    });
  });

  it("uses the theme of the system without JavaScript", async () => {
    const visitIn = (colorScheme: "light" | "dark", color: string): Promise<void> =>
      visit("parcels/index.html", { colorScheme, javaScriptEnabled: false }, async (page) => {
        expect(
          await page.evaluate("getComputedStyle(document.documentElement).backgroundColor"),
        ).toBe(color);
      });
    await visitIn("light", "rgb(255, 255, 255)");
    await visitIn("dark", "rgb(18, 23, 21)");
  });

  it("names the missing file if the console cannot be loaded", async () => {
    await visit(operationPage, {}, async (page) => {
      // The missing file must be the only error.
      page.removeAllListeners("console");
      await page.locator(".open-console").click();
      await page.getByText(/^assets.console.* could not be loaded/).waitFor();
      expect(await page.locator(".open-console").isEnabled()).toBe(true);
    });
  });

  it("copies code to the clipboard with a button", async () => {
    await visit("parcels/index.html", {}, async (page) => {
      await page.locator(".copy").first().click();
      await page.locator(".copy", { hasText: "Copied" }).waitFor();
      expect(await page.locator(".copy", { hasText: "Copied" }).count()).toBe(1);
    });
  });

  it("is readable without JavaScript, with tabs and without controls that need JavaScript", async () => {
    await visit(operationPage, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator(".copy:visible, .search-button:visible").count()).toBe(0);
      await page.locator(".tabs label", { hasText: "HTTP" }).first().click();
      expect(await page.locator(".panel-wire:visible").count()).toBe(1);
    });
  });
});
