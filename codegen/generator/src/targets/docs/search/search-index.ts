import MiniSearch from "minisearch";
import type { ShapeId } from "@tinsmith/smithy";
import { membersOf } from "@tinsmith/service";
import type { OperationPlan } from "@tinsmith/service";
import { kindName } from "../pages/shape-page.js";
import { hasPage, hasSection } from "../site/plan-places.js";
import { retryAdvice } from "../site/retry-advice.js";
import type { Site } from "../site/site.js";
import { firstSentence } from "../text/render-text.js";
import { pageEntries, shorten } from "./page-entries.js";
import { searchOptions } from "./search-options.js";
import type { SearchEntry } from "./search-options.js";

/** The last script and its entries, reused because most edits leave first sentences unchanged. */
let last: { readonly entries: string; readonly script: string } | undefined;

/**
 * Returns the search index as a script that assigns it, because a page opened from disk can load
 * scripts but cannot fetch files.
 */
export function writeSearchIndex(site: Site): string {
  const found = searchEntries(site);
  const entries = JSON.stringify(found);
  if (last?.entries === entries) return last.script;
  const index = new MiniSearch(searchOptions);
  index.addAll(found);
  const script = `globalThis.docsSearchIndex = ${JSON.stringify(index)};\n`;
  last = { entries, script };
  return script;
}

/** Returns all searchable entries: pages, sections, operations, errors, shapes and their members. */
export function searchEntries(site: Site): readonly SearchEntry[] {
  return [...pageEntries(site), ...modelEntries(site)].map((entry, id) => ({ id, ...entry }));
}

type NewEntry = Omit<SearchEntry, "id">;

function modelEntries(site: Site): readonly NewEntry[] {
  const { plan } = site;
  const entries: NewEntry[] = [];
  const add = (
    id: ShapeId,
    t: string,
    k: string,
    c: string,
    documentation: string | undefined,
    w = "",
  ): void => {
    const place = site.places.get(id);
    if (!place) return;
    const fragment = place.anchor === undefined ? "" : `#${encodeURIComponent(place.anchor)}`;
    const d = shorten(firstSentence(documentation ?? ""));
    entries.push({ t, k, c, d, u: `${place.page}${fragment}`, w });
  };
  for (const operation of plan.operations) {
    const { id, name, documentation, http } = operation;
    add(id, name, "operation", "", documentation, http ? `${http.method} ${http.uri}` : "");
    for (const helper of helperNames(operation)) add(id, helper, "function", name, undefined);
  }
  for (const error of plan.errors) {
    const { error: details, documentation } = error;
    const words = `${details?.httpStatus ?? ""} ${details?.fault ?? ""} ${retryAdvice(error).text}`;
    add(error.id, error.name, "error", "", documentation, words);
  }
  for (const shape of plan.shapes.filter((shape) => hasPage(shape) || hasSection(shape))) {
    add(shape.id, shape.name, kindName(shape), "", shape.documentation);
    if (shape.kind === "enum" || shape.kind === "intEnum") {
      for (const { name, value, documentation } of shape.values) {
        add(`${shape.id}$${name}`, String(value), "enum value", shape.name, documentation);
      }
    } else if (shape.kind === "structure" || shape.kind === "union") {
      for (const { id, name, documentation, http } of membersOf(shape)) {
        const words = http.kind === "header" || http.kind === "query" ? http.name : "";
        add(id, name, "member", shape.name, documentation, words);
      }
    }
  }
  return entries;
}

function helperNames({ names, pagination, waiters, batch }: OperationPlan): readonly string[] {
  return [
    ...(pagination && names.paginator ? [names.paginator.function] : []),
    ...waiters.flatMap((waiter) => [waiter.names.waitUntil, waiter.names.waitFor]),
    ...(batch ? [batch.names.function] : []),
  ];
}
