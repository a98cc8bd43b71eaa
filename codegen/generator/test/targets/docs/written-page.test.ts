import { fileURLToPath } from "node:url";
import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { PageKeeper } from "../../../src/targets/docs/output/written-page.js";
import type { PageRequest, WrittenPage } from "../../../src/targets/docs/output/written-page.js";
import { watchReads } from "../../../src/targets/docs/output/reads.js";
import { isSameData } from "../../../src/targets/docs/output/same-data.js";
import { renderSite } from "../../../src/targets/docs/render-site.js";
import type { Site } from "../../../src/targets/docs/site/site.js";
import { folderSources, modelOf, siteOf } from "./load-plan.js";
import { parcelsModel } from "./parcels-model.js";

const weatherFolder = fileURLToPath(new URL("../../fixtures/weather/model", import.meta.url));
const weather = folderSources(weatherFolder);

/**
 * The model, and copies of the model with one edit each: documentation, members, order, names,
 * constraints.
 */
const edits = (text: string): readonly string[] => [
  text,
  text.replaceAll("Text for people", "Text for all people"),
  text.replace("structure Line {", "/// A line of `SendInput`.\nstructure Line {"),
  text.replace("structure Line {", "structure Line { Extra: String,"),
  text.replace("enum Kind { A, B }", "/// Which kind.\nenum Kind { B, A, C }"),
  text.replace("Express: true, Lines", "Lines"),
  text.replace(
    'SentAt: "2026-11-01T05:00:00Z", Name: "it\'s"',
    'Name: "it\'s", SentAt: "2026-11-01T05:00:00Z"',
  ),
  text.replace("service Parcels {", "/// Sends parcels. Calls `SendParcel`.\nservice Parcels {"),
  text.replace("operations: [SendParcel]", "operations: [SendParcel, Other]") +
    "\noperation Other { input := { Name: ErrorText } }",
  text.replace("@httpError(409)", "@httpError(410)\n@retryable"),
  text.replaceAll("Refused", "Declined"),
  text.replace("@required\n    @length(min: 1, max: 9)", "@length(min: 2)"),
];

const versions = edits(parcelsModel);
const siteOfText = (text: string) => siteOf(modelOf([{ path: "model.smithy", text }]));

describe("PageKeeper", () => {
  it("returns the same pages as a newly rendered site after any sequence of edits", () => {
    expect(new Set(versions).size).toBe(versions.length);
    const fresh = new Map(
      versions.map((text) => [text, renderSite(siteOfText(text), new PageKeeper())]),
    );
    assert(
      property(array(constantFrom(...versions), { maxLength: 6 }), (sequence) => {
        const keeper = new PageKeeper();
        for (const text of sequence) {
          expect(renderSite(siteOfText(text), keeper)).toEqual(fresh.get(text));
        }
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  it("returns the same page object after an edit that does not affect the page", () => {
    const keeper = new PageKeeper();
    let made = 0;
    const write = (text: string, path: string) => {
      const site = siteOfText(text);
      const [operation] = site.plan.operations;
      const create = () => {
        made += 1;
        return {
          path,
          title: operation?.name ?? "",
          description: "",
          section: "Operations" as const,
          content: [],
        };
      };
      return keeper.write({ path, subject: operation ?? {}, create }, site);
    };
    const first = write(parcelsModel, "a.html");
    expect(
      write(parcelsModel.replace("structure Line", "/// No page.\nstructure Line"), "a.html"),
    ).toBe(first);
    expect(made).toBe(1);
    expect(
      write(parcelsModel.replace("@examples([", "/// Sends.\n@examples(["), "a.html"),
    ).not.toBe(first);
    expect(made).toBe(2);
  });

  it("renders only the pages that show the edited text", () => {
    class RecordingKeeper extends PageKeeper {
      readonly pages = new Map<string, WrittenPage>();
      override write(request: PageRequest, site: Site): WrittenPage {
        const page = super.write(request, site);
        this.pages.set(request.path, page);
        return page;
      }
    }
    const keeper = new RecordingKeeper();
    renderSite(siteOf(modelOf(weather)), keeper);
    const before = new Map(keeper.pages);
    const text = `$version: "2"
      namespace example.weather
      apply GetCity @documentation("Looks up a city.")`;
    renderSite(siteOf(modelOf([...weather, { path: "note.smithy", text }])), keeper);
    const again = [...keeper.pages].filter(([path, page]) => before.get(path) !== page);
    expect(before.size).toBeGreaterThan(20);
    // The front page and the client page list the operations. The page of errors lists the
    // operations of each error.
    expect(again.map(([path]) => path)).toEqual([
      "index.html",
      "operations/get-city.html",
      "client.html",
      "errors.html",
    ]);
  });
});

describe("the reads of a watched value", () => {
  const value = {
    title: "A",
    plan: { name: "n", list: [1, 2], other: "x" },
    byId: new Map([
      ["a", { text: "1" }],
      ["b", { text: "2" }],
    ]),
  };
  const watch = (read: (watched: typeof value) => unknown) => {
    const { value: watched, reads } = watchReads(value, ["plan"]);
    read(watched);
    return reads;
  };

  it("are valid for another value if the properties that were read have the same data", () => {
    const reads = watch(({ plan, byId }) => [plan.name, byId.get("a")?.text, byId.get("c")]);
    expect(reads.hold(structuredClone(value))).toBe(true);
    expect(reads.hold({ ...value, title: "B" })).toBe(true);
    expect(reads.hold({ ...value, plan: { ...value.plan, other: "y" } })).toBe(true);
    expect(reads.hold({ ...value, byId: new Map([["a", { text: "1" }]]) })).toBe(true);
  });

  it("are not valid for another value if a property that was read has changed or added data", () => {
    const reads = watch(({ plan, byId }) => [plan.list.length, byId.get("a"), byId.get("c")]);
    expect(reads.hold({ ...value, plan: { ...value.plan, list: [1, 3] } })).toBe(false);
    expect(reads.hold({ ...value, byId: new Map([["a", { text: "2" }]]) })).toBe(false);
    expect(reads.hold({ ...value, byId: new Map([...value.byId, ["c", { text: "3" }]]) })).toBe(
      false,
    );
  });

  it("are valid for a whole map only if all entries and their order are the same", () => {
    const reads = watch(({ byId }) => [...byId.keys()]);
    expect(reads.hold(structuredClone(value))).toBe(true);
    expect(reads.hold({ ...value, byId: new Map([...value.byId].reverse()) })).toBe(false);
  });
});

describe("isSameData", () => {
  it.each([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, false],
    [{ a: [1, { c: "x" }] }, { a: [1, { c: "x" }] }, true],
    [{ a: undefined }, {}, false],
    [[1], [1, 2], false],
    [new Map([["a", Number.NaN]]), new Map([["a", Number.NaN]]), true],
    [{ a: null }, { a: {} }, false],
    [[], {}, false],
  ])("compares %o with %o: %s", (a, b, same) => {
    expect(isSameData(a, b)).toBe(same);
  });
});
