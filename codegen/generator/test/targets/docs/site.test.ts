import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import ts from "typescript";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { consolePlanFile } from "../../../src/targets/docs/pages/console-files.js";
import { splitEntries } from "../../../src/targets/docs/search/search-index.js";
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

  it("has no dead links, no duplicate ids and no resources of other hosts", () => {
    expect(siteProblems(files)).toEqual([]);
  });

  it("has a content security policy in every page", () => {
    for (const [path, html] of pages) {
      const policy = elementsOf(html).find(
        (element) => attribute(element, "httpEquiv") === "Content-Security-Policy",
      );
      // Only a page with a console may send requests.
      const hasConsole = html.includes('id="try-it"');
      const connections = hasConsole ? " connect-src http: https:;" : "";
      expect(hasConsole).toBe(files.has(consolePlanFile) && path.startsWith("operations/"));
      expect(attribute(policy ?? fail(path), "content")).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';${connections} base-uri 'none'; form-action 'none'`,
      );
    }
  });

  it("has a Markdown file for each page, and links all files in llms.txt and includes them in llms-full.txt", () => {
    for (const [path] of pages) {
      const markdown = files.get(path.replace(/html$/, "md")) ?? fail(path);
      expect(markdown).toMatch(/^# /);
      expect(files.get("llms.txt")).toContain(`](${path.replace(/html$/, "md")})`);
      expect(files.get("llms-full.txt")).toContain(markdown);
    }
  });

  it("has Markdown files that link only to existing files", () => {
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

  it("contains TypeScript snippets without syntax errors", () => {
    const wrong = pages.flatMap(([path, html]) =>
      elementsOf(html)
        .filter((element) => attribute(element, "className") === "language-typescript")
        .map((element) => textOf(element.children))
        .filter((code) => syntaxErrors(code) > 0)
        .map((code) => `${path}: ${code}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has file names that are valid on every file system", () => {
    for (const path of files.keys()) expect(path).toMatch(/^([a-z0-9-]+\/)*[a-z0-9-]+\.[a-z]+$/);
    const folded = [...files.keys()].map((path) => path.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
  });

  it("has one main heading per page, and skips no heading level", () => {
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

/** Counts the syntax errors of a snippet: a module, a value, or a method signature. */
function syntaxErrors(code: string): number {
  const source = code.startsWith("import ")
    ? code
    : code.startsWith("{")
      ? `void (${code});`
      : `declare class A { ${code} }`;
  return ts.transpileModule(source, { reportDiagnostics: true }).diagnostics?.length ?? 0;
}

/** Parses a Markdown text and returns the relative targets of its links. */
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
  throw new Error(`Missing or invalid: ${path}`);
}

describe("siteProblems", () => {
  it("finds dead links, duplicate ids, foreign images and inline scripts and styles", () => {
    const page = `<h1 id="a">A</h1><p id="a"><a href="b.html">b</a> <a href="#c">c</a></p>
    <img src="https://example.com/x.png"><script>1</script><p style="color:red">x</p>`;
    expect(siteProblems(new Map([["a.html", page]]))).toHaveLength(6);
  });
});

describe("the site of a model", () => {
  it("has the same bytes regardless of the order of the model files", () => {
    const reversed = modelOf([...folderSources(weatherFolder)].reverse());
    expect([...filesOf(siteOf(reversed))]).toEqual([...(sites.get("weather") ?? [])]);
  });

  it("contains no elements from hostile texts, in HTML or in Markdown", () => {
    const acting = /^(img|svg|math|iframe|object|embed|form|style|base|video|audio|template|slot)$/;
    const pages = [...(sites.get("hostile") ?? [])].filter(([path]) => /\.(html|md)$/.test(path));
    const surprises = pages.filter(([path, text]) => {
      const markdown = path.endsWith(".md");
      const elements = markdown ? renderText(text).flatMap(descendants) : elementsOf(text);
      const scripts = elements.filter(({ tagName }) => tagName === "script");
      return (
        scripts.length !== (markdown ? 0 : 2) ||
        elements.some(({ tagName }) => acting.test(tagName))
      );
    });
    expect(surprises.map(([path]) => path)).toEqual([]);
  });

  it("has a search index that only assigns a variable, even for a hostile model", () => {
    const script = sites.get("hostile")?.get("assets/search-index.js") ?? "";
    const [, count, json = ""] =
      /^globalThis\.docsSearchParts = (\d+);\n\(globalThis\.docsSearchIndex \?\?= \[\]\)\[0\] = (.*);\n$/s.exec(
        script,
      ) ?? [];
    expect(count).toBe("1");
    expect(JSON.parse(json)).toHaveProperty("documentCount");
    expect(globalThis).not.toHaveProperty("pwned");
  });

  it("lists the operations and members that use a shape", () => {
    const page = sites.get("weather")?.get("shapes/city-coordinates.md") ?? "";
    expect(page.slice(page.indexOf("## Used by"))).toBe(`## Used by

- [\`GetCity\`](../operations/get-city.md), in its response
- [\`PutCity\`](../operations/put-city.md), in its request
- [\`GetCityOutput.coordinates\`](get-city-output.md)
- [\`PutCityInput.coordinates\`](put-city-input.md)
`);
  });

  it("lists the anchors by shape id", () => {
    const anchors: unknown = JSON.parse(sites.get("weather")?.get("anchors.json") ?? "null");
    expect(anchors).toMatchObject({
      "example.weather#GetCity": "operations/get-city.html",
      "example.weather#CityCoordinates": "shapes/city-coordinates.html",
      "example.weather#CityCoordinates$latitude": "shapes/city-coordinates.html#latitude",
      "example.weather#NoSuchResource": "errors.html#NoSuchResource",
    });
  });
});

describe("the site of a service with resources", () => {
  const model = `
$version: "2.0"
namespace example.library
service Library { version: "1", operations: [Ping], resources: [Shelf] }
resource Shelf { identifiers: { shelf: String }, read: GetShelf, resources: [Book] }
resource Book { identifiers: { shelf: String, book: String }, read: GetBook, list: ListBooks }
operation Ping {}
@readonly
operation GetShelf { input := for Shelf { @required $shelf } }
@readonly
operation GetBook { input := for Book { @required $shelf, @required $book } }
@readonly
operation ListBooks { input := for Book { @required $shelf } }
`;
  const site = siteOf(modelOf([{ path: "library.smithy", text: model }]));

  it("lists operations without a resource first, then the operations of each resource", () => {
    const groups = site.navigation.map(({ title, entries }) => [
      title,
      entries.map(({ name }) => name),
    ]);
    expect(groups).toEqual([
      ["Operations", ["Ping"]],
      ["Book", ["GetBook", "ListBooks"]],
      ["Shelf", ["GetShelf"]],
    ]);
  });

  it("shows the resource of an operation in the breadcrumbs", () => {
    const html = filesOf(site).get("operations/get-book.html") ?? "";
    const crumbs = elementsOf(html).find((element) => attribute(element, "className") === "crumbs");
    const items = descendants(crumbs ?? fail("crumbs")).filter(({ tagName }) => tagName === "li");
    expect(items.map(({ children }) => textOf(children))).toEqual([
      "Library",
      "Operations",
      "Book",
      "GetBook",
    ]);
  });
});

describe("the site of a large model", () => {
  const names = Array.from(
    { length: 200 },
    (_, index) => `${index % 2 === 0 ? "Alpha" : "Beta"}${index}`,
  );
  const model = `
$version: "2.0"
namespace example.large
service Large { version: "1", operations: [Call] }
operation Call { input := {
${names.map((name) => `    m${name}: ${name}`).join("\n")}
} }
${names.map((name) => `@length(min: 1)\nstring ${name}`).join("\n")}
`;
  const files = filesOf(siteOf(modelOf([{ path: "large.smithy", text: model }])));

  it("describes lists, maps and simple shapes on one page per letter", () => {
    expect([...files.keys()].filter((path) => /^values\/.*html$/.test(path))).toEqual([
      "values/a.html",
      "values/b.html",
    ]);
    expect(files.get("values/a.html")).toContain('id="Alpha0"');
    expect(files.get("shapes/index.html")).not.toContain('id="Alpha0"');
    expect(siteProblems(files)).toEqual([]);
  });
});

describe("the parts of a search index", () => {
  const entry = (id: number, k: string) => ({ id, t: `T${id}`, k, c: "", d: "", u: "", w: "" });

  it("consist of one part for a small model", () => {
    expect(splitEntries([entry(0, "member"), entry(1, "operation")])).toHaveLength(1);
  });

  it("begin, for a large model, with one that contains everything except members", () => {
    const entries = Array.from({ length: 7000 }, (_, id) =>
      entry(id, id % 7 === 0 ? "error" : "member"),
    );
    const parts = splitEntries(entries);
    expect(parts.map(({ length }) => length)).toEqual([1000, 1500, 1500, 1500, 1500]);
    expect(parts[0]?.every(({ k }) => k === "error")).toBe(true);
    expect(parts.flat()).toHaveLength(7000);
  });
});
