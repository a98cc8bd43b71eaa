import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadModel } from "@tinsmith/smithy";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileModel } from "./hostile-model.js";
import { filesOf, siteOf } from "./load-plan.js";

const executablePath = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium"].find(
  (path): path is string => path !== undefined && existsSync(path),
);
if (executablePath === undefined) {
  console.log("Skipped: the layout of real models (Chromium is absent; set CHROMIUM_PATH).");
}
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const isMatrix = process.env["TINSMITH_MATRIX"] === "1";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const corpus = path("../../../../../../shared/corpora/aws-models/");
const models: readonly (readonly [name: string, file: string | undefined])[] = [
  ["metering", path("../../../../../model/model.json")],
  ["names of 300 characters", undefined],
  ["dynamodb", `${corpus}dynamodb-2012-08-10.json`],
  ["s3", `${corpus}s3-2006-03-01.json`],
  ["lambda", `${corpus}lambda-2015-03-31.json`],
];
const present = models.filter(([, file]) => file === undefined || existsSync(file));
if (present.length < models.length) {
  console.log("Skipped: the layout of AWS models (../shared/corpora beside the project).");
}

/** The models whose sites are visited: all in the extended tests, otherwise the first of these. */
const firstModels = (count: number) => (isMatrix ? present : present.slice(0, count));

/** Returns the pages of a site to visit: all pages in the extended tests, otherwise a sample. */
function chosen(pages: readonly string[]): readonly string[] {
  const step = isMatrix || pages.length < 40 ? 1 : Math.ceil(pages.length / 24);
  return pages.filter((page, index) => index % step === 0 || !page.includes("/"));
}

/** Returns a page of each kind: the last page of each folder, and every page outside of folders. */
function ofEachKind(pages: readonly string[]): readonly string[] {
  const kinds = new Map(pages.map((page) => [page.includes("/") ? dirname(page) : page, page]));
  return [...new Set([...kinds.values(), ...pages.filter((page) => page === "shapes/index.html")])];
}

const allWindows = [375, 768, 1280].flatMap((width) => [
  [width, "light"] as const,
  [width, "dark"] as const,
]);
const someWindows = [
  [375, "dark"],
  [1280, "light"],
] as const;

/**
 * Returns problems of the layout: a page that scrolls horizontally, and cells that cover other
 * cells.
 */
function misfits(page: Page): Promise<readonly string[]> {
  // The code is a string, because the types of the DOM are not available in tests.
  return page.evaluate(`(() => {
    const wide = document.documentElement.scrollWidth - innerWidth;
    const rows = [...document.querySelectorAll(".members > tbody > tr:not(.nested)")];
    const covering = rows.filter((row) => {
      const [name, description] = row.children;
      if (!name || !description) return false;
      const right = description.getBoundingClientRect();
      // Below each other, the cells of a narrow table do not meet.
      if (name.getBoundingClientRect().bottom <= right.top + 1) return false;
      return [...name.querySelectorAll("a, code, span")].some(
        (part) => part.getBoundingClientRect().right > right.left + 1,
      );
    });
    return [
      ...(wide > 0 ? ["scrolls sideways by " + wide + " pixels"] : []),
      ...(covering.length > 0 ? [covering.length + " names cover their description"] : []),
    ];
  })()`);
}

describe.skipIf(executablePath === undefined)("the layout of a site", () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), "docs-layout-"));
  const written = new Map<string, readonly string[]>();

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: ["--no-sandbox", "--disable-gpu"],
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Writes the site of a model once, and returns its pages. */
  function pagesOf(name: string, file: string | undefined): readonly string[] {
    const known = written.get(name);
    if (known !== undefined) return known;
    const text = file === undefined ? hostileModel() : readFileSync(file, "utf8");
    const { model } = loadModel([{ path: "model.json", text }]);
    if (model === undefined) throw new Error(`${name} does not load.`);
    const pages: string[] = [];
    for (const [at, content] of filesOf(siteOf(model))) {
      const target = join(folder, name, at);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
      if (at.endsWith(".html")) pages.push(at);
    }
    written.set(name, pages);
    return pages;
  }

  it.each(firstModels(2))(
    "has no accessibility violations on any kind of page: %s",
    async (name, file) => {
      const pages = pagesOf(name, file);
      const shown = isMatrix ? chosen(pages) : ofEachKind(pages);
      const found: unknown[] = [];
      for (const [width, colorScheme] of isMatrix ? allWindows : someWindows) {
        const viewport = { width, height: 900 };
        const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
        const page = await context.newPage();
        for (const at of shown) {
          await page.goto(`file://${join(folder, name, at)}`);
          await page.evaluate(
            `for (const details of document.querySelectorAll("details")) details.open = true`,
          );
          await page.evaluate(axe);
          const violations = await page.evaluate(
            `axe.run(document, { preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`,
          );
          for (const violation of violations as readonly string[]) {
            found.push(`${at} at ${width}, ${colorScheme}: ${violation}`);
          }
        }
        await context.close();
      }
      expect(found).toEqual([]);
    },
    isMatrix ? 1_800_000 : 180_000,
  );

  it.each(firstModels(3))(
    "fits the window at 375, 768 and 1280 pixels: %s",
    async (name, file) => {
      const pages = pagesOf(name, file);
      const found: string[] = [];
      for (const width of [375, 768, 1280]) {
        const context = await browser.newContext({ viewport: { width, height: 900 } });
        const page = await context.newPage();
        for (const at of chosen(pages)) {
          await page.goto(`file://${join(folder, name, at)}`);
          for (const problem of await misfits(page)) found.push(`${at} at ${width}: ${problem}`);
        }
        await context.close();
      }
      expect(found).toEqual([]);
    },
    isMatrix ? 900_000 : 180_000,
  );
});
