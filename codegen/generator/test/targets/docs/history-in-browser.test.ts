import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { planService } from "@tinsmith/service";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planSite } from "../../../src/targets/docs/site/plan-site.js";
import { siteProblems } from "./check-site.js";
import { filesOf, modelOf } from "./load-plan.js";
import { parcelsModel } from "./parcels-model.js";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const model = modelOf([{ path: "parcels.smithy", text: parcelsModel }]);
const [service] = model.shapesOfType("service");
const plan = planService(model, service?.id ?? "");
const [operation] = plan.operations;
const [error] = plan.errors;
const structure = plan.shapes.find(({ kind }) => kind === "structure");
const memberId = `${structure?.id ?? ""}$`;
const member = [...planSite(plan, "").places.keys()].find((id) => id.startsWith(memberId)) ?? "";

const site = planSite(plan, "{}\n", {
  history: [
    {
      since: "1.0",
      changes: [
        {
          code: "RemovedShape",
          severity: "ERROR",
          message: "Removed `a#<script>alert(1)</script>`",
          shapeId: "a#Removed",
        },
        {
          code: "AddedShape",
          severity: "NOTE",
          message: "Added it",
          shapeId: operation?.id ?? "",
        },
      ],
    },
    { version: "1.0", date: "2026-01-31", changes: [] },
  ],
  published: {
    "a#Old": "shapes/old.html",
    "a#Old$part": "shapes/old.html#part",
    "a#OldError": "errors.html#OldError",
  },
  moved: { "a#Old": structure?.id ?? "", "a#Old$part": member, "a#OldError": error?.id ?? "" },
});
const files = filesOf(site);
const place = (id: string) => site.addresses[id] ?? "";

describe("a site with a history", () => {
  it("has no dead links, no duplicate ids and no resources of other hosts", () => {
    expect(siteProblems(files)).toEqual([]);
  });
});

describe.skipIf(!existsSync(executablePath))("a site with a history, in a browser", () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), "docs-history-"));

  beforeAll(async () => {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu"],
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const address = (path: string): string => {
    const [page = "", anchor] = path.split("#");
    const { href } = pathToFileURL(join(folder, page));
    return anchor === undefined ? href : `${href}#${anchor}`;
  };

  async function open(
    path: string,
    options: Parameters<Browser["newContext"]>[0],
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ ...options });
    const page = await context.newPage();
    await page.goto(address(path));
    await use(page);
    await context.close();
  }

  it.each([
    ["shapes/old.html", place(structure?.id ?? "")],
    ["shapes/old.html#part", place(member)],
    ["errors.html#OldError", place(error?.id ?? "")],
  ])("redirects from %s to its successor", async (from, to) => {
    await open(from, {}, async (page) => {
      await page.waitForURL(address(to));
      expect(page.url()).toBe(address(to));
    });
  });

  it("redirects without scripts, too", async () => {
    await open("shapes/old.html#part", { javaScriptEnabled: false }, async (page) => {
      const to = place(structure?.id ?? "");
      await page.waitForURL(new RegExp(`/${to}`));
      expect(page.url()).toContain(to);
    });
  });

  it.each([
    ["changes.html", 375, "light"],
    ["changes.html", 1280, "dark"],
    ["downloads.html", 375, "dark"],
    ["downloads.html", 1280, "light"],
    ["errors.html", 768, "light"],
  ] as const)(
    "has no accessibility violations and fits the window on %s at %i pixels in the theme %s",
    async (...one) => {
      const [path, width, colorScheme] = one;
      const options = { viewport: { width, height: 900 }, colorScheme, bypassCSP: true };
      await open(path, options, async (page) => {
        await page.evaluate(axe);
        const found = await page.evaluate(
          `axe.run(document, { preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`,
        );
        expect(found).toEqual([]);
        const overflow = await page.evaluate(
          `document.documentElement.scrollWidth - document.documentElement.clientWidth`,
        );
        expect(Number(overflow)).toBeLessThanOrEqual(0);
      });
    },
  );
});
