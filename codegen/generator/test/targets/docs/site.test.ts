import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import ts from "typescript";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { renderText } from "../../../src/targets/docs/text/render-text.js";
import { attribute, descendants, elementsOf, siteProblems, textOf } from "./check-site.js";
import { hostileModel } from "./hostile-model.js";
import { filesOf, folderSources, modelOf, siteOf } from "./load-plan.js";
import { parcelsModel } from "./parcels-model.js";

const weatherFolder = fileURLToPath(new URL("../../fixtures/weather/model", import.meta.url));
const weather = modelOf(folderSources(weatherFolder));
const hostile = modelOf([{ path: "hostile.json", text: hostileModel() }]);

const sites = new Map<string, ReadonlyMap<string, string>>([
  ["weather", filesOf(siteOf(weather))],
  ["parcels", filesOf(siteOf(modelOf([{ path: "parcels.smithy", text: parcelsModel }])))],
  ["hostile", filesOf(siteOf(hostile))],
]);
describe.each([...sites])("the site of the %s model", (_name, files) => {
  const pages = [...files].filter(([path]) => path.endsWith(".html"));

  it("has no dead link, no dead anchor, no doubled id and loads nothing from another host", () => {
    expect(siteProblems(files)).toEqual([]);
  });

  it("says in every page what it may load", () => {
    for (const [path, html] of pages) {
      const policy = elementsOf(html).find(
        (element) => attribute(element, "httpEquiv") === "Content-Security-Policy",
      );
      expect(attribute(policy ?? fail(path), "content")).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'",
      );
    }
  });

  it("has the Markdown of each page beside it, in llms.txt and in llms-full.txt", () => {
    for (const [path] of pages) {
      const markdown = files.get(path.replace(/html$/, "md")) ?? fail(path);
      expect(markdown).toMatch(/^# /);
      expect(files.get("llms.txt")).toContain(`](${path.replace(/html$/, "md")})`);
      expect(files.get("llms-full.txt")).toContain(markdown);
    }
  });

  it("links from Markdown to Markdown that is there", () => {
    const dead = [...files].flatMap(([path, markdown]) =>
      path.endsWith(".md")
        ? linkTargets(markdown)
            .map((target) => new URL(target, `file:///${path}`).pathname.slice(1))
            .filter((target) => !files.has(target))
        : [],
    );
    expect(dead).toEqual([]);
  });

  it("keeps operation pages under 150 KB and the script under 40 KB compressed", () => {
    const heavy = pages.filter(
      ([path, html]) => path.startsWith("operations/") && Buffer.byteLength(html) > 150_000,
    );
    expect(heavy.map(([path]) => path)).toEqual([]);
    const scripts = ["assets/site.js", "assets/early.js"].map(
      (path) => files.get(path) ?? fail(path),
    );
    expect(gzipSync(scripts.join("\n")).length).toBeLessThan(40_000);
  });

  it("shows TypeScript that parses", () => {
    const wrong = pages.flatMap(([path, html]) =>
      elementsOf(html)
        .filter((element) => attribute(element, "className") === "language-typescript")
        .map((element) => textOf(element.children))
        .filter((code) => syntaxErrors(code) > 0)
        .map((code) => `${path}: ${code}`),
    );
    expect(wrong).toEqual([]);
  });

  it("names its files so that every file system takes them", () => {
    for (const path of files.keys()) expect(path).toMatch(/^([a-z0-9-]+\/)*[a-z0-9-]+\.[a-z]+$/);
    const folded = [...files.keys()].map((path) => path.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
  });

  it("has one main heading a page and no level left out below it", () => {
    const wrong = pages.filter(([, html]) => {
      const levels = elementsOf(html).flatMap(
        ({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? [],
      );
      const skips = levels.some(
        (level, index) => Number(level) > Number(levels[index - 1] ?? 0) + 1,
      );
      return skips || levels.filter((level) => level === "1").length !== 1;
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });
});

/** Counts them in a module; in the value that stands for a request; or else in a method's signature. */
function syntaxErrors(code: string): number {
  const source = code.startsWith("import ")
    ? code
    : code.startsWith("{")
      ? `void (${code});`
      : `declare class A { ${code} }`;
  return ts.transpileModule(source, { reportDiagnostics: true }).diagnostics?.length ?? 0;
}

/** Relative targets of the links in a Markdown text, as a Markdown parser sees them. */
function linkTargets(markdown: string): readonly string[] {
  const targets: string[] = [];
  const visit = (node: Root | RootContent): void => {
    if (node.type === "link" && !/^(https?:|mailto:)/.test(node.url)) targets.push(node.url);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown));
  return targets;
}

function fail(path: string): never {
  throw new Error(`Not as it should be: ${path}`);
}

it("the check of a site finds what is wrong with it", () => {
  const page = `<h1 id="a">A</h1><p id="a"><a href="b.html">b</a> <a href="#c">c</a></p>
    <img src="https://example.com/x.png"><script>1</script><p style="color:red">x</p>`;
  expect(siteProblems(new Map([["a.html", page]]))).toHaveLength(6);
});

it("the same model gives the same bytes, in whatever order its files are read", () => {
  const reversed = modelOf([...folderSources(weatherFolder)].reverse());
  expect([...filesOf(siteOf(reversed))]).toEqual([...(sites.get("weather") ?? [])]);
});

it("no payload of a hostile model becomes an element, in HTML or in Markdown", () => {
  const acting = /^(img|svg|math|iframe|object|embed|form|style|base|video|audio|template|slot)$/;
  const pages = [...(sites.get("hostile") ?? [])].filter(([path]) => /\.(html|md)$/.test(path));
  const surprises = pages.filter(([path, text]) => {
    const markdown = path.endsWith(".md");
    const elements = markdown ? renderText(text).flatMap(descendants) : elementsOf(text);
    const scripts = elements.filter(({ tagName }) => tagName === "script");
    return (
      scripts.length !== (markdown ? 0 : 2) || elements.some(({ tagName }) => acting.test(tagName))
    );
  });
  expect(surprises.map(([path]) => path)).toEqual([]);
});

it("the search index of a hostile model is a script that only assigns it", () => {
  const script = sites.get("hostile")?.get("assets/search-index.js") ?? "";
  const json = script.replace(/^globalThis\.docsSearchIndex = /, "").replace(/;\n$/, "");
  expect(JSON.parse(json)).toHaveProperty("documentCount");
  expect(globalThis).not.toHaveProperty("pwned");
});

it("a shape says which operations and members use it", () => {
  const page = sites.get("weather")?.get("shapes/city-coordinates.md") ?? "";
  expect(page.slice(page.indexOf("## Used by"))).toBe(`## Used by

- [\`GetCity\`](../operations/get-city.md), in its response
- [\`PutCity\`](../operations/put-city.md), in its request
- [\`GetCityOutput.coordinates\`](get-city-output.md)
- [\`PutCityInput.coordinates\`](put-city-input.md)
`);
});

it("anchors are listed by shape id", () => {
  const anchors: unknown = JSON.parse(sites.get("weather")?.get("anchors.json") ?? "null");
  expect(anchors).toMatchObject({
    "example.weather#GetCity": "operations/get-city.html",
    "example.weather#CityCoordinates": "shapes/city-coordinates.html",
    "example.weather#CityCoordinates$latitude": "shapes/city-coordinates.html#latitude",
    "example.weather#NoSuchResource": "errors.html#NoSuchResource",
  });
});
