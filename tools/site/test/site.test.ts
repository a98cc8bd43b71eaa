import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describeConfiguration } from "@tinsmith/codegen/manual";
import { chromium } from "playwright-core";
import { describeCommands, eventPageIds } from "../../../codegen/cli/dist/commands.js";
import { describe, expect, it } from "vitest";
import { siteProblems } from "../../../codegen/generator/test/targets/docs/check-site.js";
import { fileName } from "../src/markdown.js";
import { packageFolder, publishedPackages, siteFolder } from "../src/workspace.js";

const run = promisify(execFile);
const chromiumPath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

const files = new Map(
  readdirSync(siteFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(siteFolder.length + 1), readFileSync(path, "utf8")] as const;
    }),
);

const page = (path: string): string => files.get(path) ?? "";

/** Removes the backslashes with which Markdown escapes characters. */
const unescaped = (markdown: string): string => markdown.replaceAll(/\\(?=[^\w\s])/g, "");

describe("Tinsmith's own site", () => {
  it("has no dead links and no duplicate ids, and loads nothing from other hosts", () => {
    expect(siteProblems(files)).toEqual([]);
  });

  it("has only links to existing pages in its Markdown", () => {
    const dead = [...files].flatMap(([path, text]) =>
      path.endsWith(".md")
        ? [...text.matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)]
            .map(([, target = ""]) => new URL(target, `file:///${path}`).pathname.slice(1))
            .filter((target) => !files.has(target))
            .map((target) => `${path}: ${target}`)
        : [],
    );
    expect(dead).toEqual([]);
  });

  it("links in every guide to the pages that its Markdown names", () => {
    const guides = readdirSync(join(packageFolder, "pages"));
    const lost = guides.flatMap((guide) => {
      const source = readFileSync(join(packageFolder, "pages", guide), "utf8");
      const targets = [...source.matchAll(/\]\((?!https?:)([^)#\s]+)\.md[^)]*\)/g)];
      const html = page(guide.replace(/\.md$/, ".html"));
      return targets.flatMap(([, target = ""]) =>
        html.includes(`href="${target}.html`) ? [] : [`${guide}: ${target}`],
      );
    });
    expect(lost).toEqual([]);
  });

  it("has a page for each command, with each of its options", () => {
    for (const { name, options } of describeCommands().commands) {
      const text = unescaped(page(`commands/${name}.md`));
      for (const { term } of options) expect(text).toContain(`\`${term}\``);
    }
  });

  it("has every option of the configuration and of each plugin, with its meaning", async () => {
    const { configuration, common, targets, others } = await describeConfiguration();
    const unexplained: string[] = [];
    const check = (path: string, options: typeof configuration): void => {
      for (const option of options) {
        if (option.text === "") unexplained.push(option.path);
        expect(page(path)).toContain(`\`${option.path}\``);
      }
    };
    check("configuration.md", [...configuration, ...common]);
    for (const { name, options } of [...targets, ...others]) {
      check(`plugins/${fileName(name)}.md`, options);
    }
    expect(unexplained).toEqual([]);
  });

  it("has a page for each event, with syntax highlighting of its models", () => {
    for (const id of eventPageIds()) {
      const html = page(`events/${fileName(id)}.html`);
      expect(html).toContain(`<h1>${id}</h1>`);
      expect(html).toMatch(/<code class="language-(?:smithy|json)">[^]*?<span class="t/);
    }
  });

  it("has a page for each entry of each package, with its exports or its additions", () => {
    const empty: string[] = [];
    for (const { name, exports = {} } of publishedPackages()) {
      for (const [key, target] of Object.entries(exports)) {
        if (key.startsWith("./generated/") || !JSON.stringify(target).includes(".d.")) continue;
        const text = page(`api/${fileName(name + key.slice(1))}.md`);
        const isExtension = text.includes('\ndeclare module "');
        const exported = text.match(/^## /gm)?.length ?? 0;
        if (exported === 0 && !isExtension) empty.push(name + key.slice(1));
      }
    }
    expect(empty).toEqual([]);
    expect(page("api/tinsmith-smithy-diff.md")).toContain("function diffModels(");
    expect(page("api/tinsmith-smithy-diff.md")).toContain(
      "Compares two versions of a model and reports what changed",
    );
  });

  it("has no pages and texts that only sites of services have", () => {
    const foreign = [...files].filter(([path]) =>
      /^(?:(?:operations|shapes)\/|errors\.)/.test(path),
    );
    expect(foreign.map(([path]) => path)).toEqual([]);
    expect(page("index.html")).not.toContain("Generated from the model");
  });
});

describe("the programs in the guides of Tinsmith's own site", () => {
  it("compile, and run against the mock server", async () => {
    const manifest = createRequire(import.meta.url).resolve("tinsmith/package.json");
    const program = join(dirname(manifest), "dist/bin.js");
    const { stdout, stderr } = await run(process.execPath, [program, "verify", packageFolder]);
    expect({ stdout, stderr }).toEqual({ stdout: "", stderr: "3 programs compiled, 3 run\n" });
  }, 120_000);
});

describe.skipIf(!existsSync(chromiumPath))("Tinsmith's own site in a browser", () => {
  it("finds commands, options and events, and sends no request to a host", async () => {
    const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
    const opened = await browser.newPage();
    const foreign: string[] = [];
    opened.on("request", (request) => {
      if (!request.url().startsWith("file:")) foreign.push(request.url());
    });
    opened.on("console", (message) => {
      if (message.type() === "error") foreign.push(message.text());
    });
    const found: Record<string, string> = {};
    for (const query of ["HttpUriConflict", "record", "Build.Maven", "defineGenerator"]) {
      await opened.goto(pathToFileURL(join(siteFolder, "index.html")).href);
      await opened.keyboard.press("/");
      await opened.keyboard.type(query);
      await opened.waitForSelector(".search a");
      const href = await opened.locator(".search a").first().getAttribute("href");
      found[query] = href ?? "";
    }
    await browser.close();
    expect(foreign).toEqual([]);
    expect(found).toEqual({
      HttpUriConflict: "events/http-uri-conflict.html",
      record: "commands/record.html",
      "Build.Maven": "events/build-maven.html",
      defineGenerator: "api/tinsmith-codegen.html#definegenerator",
    });
  }, 60_000);
});
