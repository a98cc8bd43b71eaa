import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import MiniSearch from "minisearch";
import { planService } from "@tinsmith/service";
import type { Model } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { searchDocs } from "../../../src/targets/docs/search/rank.js";
import { searchEntries, splitEntries } from "../../../src/targets/docs/search/search-index.js";
import { searchOptions } from "../../../src/targets/docs/search/search-options.js";
import { planGuides } from "../../../src/targets/docs/site/plan-guides.js";
import { planSite } from "../../../src/targets/docs/site/plan-site.js";
import { loadModel } from "@tinsmith/smithy";
import { readGuides } from "./read-guides.js";
import { meteringQueries, s3Queries } from "./search-queries.js";
import type { SearchQuery } from "./search-queries.js";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const metering = path("../../../../../model/model.json");
const s3 = path("../../../../../../shared/corpora/aws-models/s3-2006-03-01.json");
const hasS3 = existsSync(s3);
if (!hasS3) console.log("Skipped: the search of S3 (../shared/corpora beside the project).");

function modelAt(file: string): Model {
  const { model } = loadModel([{ path: file, text: readFileSync(file, "utf8") }]);
  if (model === undefined) throw new Error(`${file} does not load.`);
  return model;
}

/** Returns a function that finds the page of the first result. */
function searchOf(file: string, guides: ReadonlyMap<string, string>) {
  const model = modelAt(file);
  const [service] = model.shapesOfType("service");
  const site = planSite(planService(model, service?.id ?? ""), "", {
    clientPackage: "@example/client",
    mockServerPackage: "@example/mock-server",
    guides: planGuides(guides),
    rubyGuide: guides.size > 0,
  });
  const parts = splitEntries(searchEntries(site)).map((entries) => {
    const index = new MiniSearch(searchOptions);
    index.addAll(entries);
    return MiniSearch.loadJS(JSON.parse(JSON.stringify(index)), searchOptions);
  });
  return (query: string) => searchDocs(parts, query, 12);
}

/** Returns the queries whose first result is not the expected page, with the actual page. */
function misses(
  search: ReturnType<typeof searchOf>,
  queries: readonly SearchQuery[],
): readonly string[] {
  return queries.flatMap(([query, page]) => {
    const [first] = search(query);
    const found = first?.u.replace(/#.*/, "") ?? "nothing";
    return found === page ? [] : [`${query}: ${found}${first ? ` (${first.t})` : ""}, not ${page}`];
  });
}

describe("the search", () => {
  it("lists the expected page first for at least 38 of 40 queries about metering", () => {
    const found = misses(searchOf(metering, readGuides()), meteringQueries);
    // Two of the forty queries may have an unexpected first result.
    expect(found.slice(2)).toEqual([]);
    expect(meteringQueries).toHaveLength(40);
  });

  it.skipIf(!hasS3)("lists the expected page first for at least 38 of 40 queries about S3", () => {
    const found = misses(searchOf(s3, new Map()), s3Queries);
    // Two of the forty queries may list another page first.
    expect(found.slice(2)).toEqual([]);
    expect(s3Queries).toHaveLength(40);
  });

  it("finds nothing for words that no page contains", () => {
    expect(searchOf(metering, new Map())("zzzzqqqq")).toEqual([]);
    expect(searchOf(metering, new Map())(" # ")).toEqual([]);
  });
});
