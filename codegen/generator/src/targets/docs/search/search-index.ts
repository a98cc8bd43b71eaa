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
import { searchOptions, searchScript } from "./search-options.js";
import type { SearchEntry } from "./search-options.js";

/** A script of the search index. */
export interface SearchScript {
  readonly path: string;
  readonly text: string;
}

/** The last scripts and their entries, reused because most edits leave first sentences unchanged. */
let last: { readonly entries: string; readonly scripts: readonly SearchScript[] } | undefined;

/**
 * Returns the search index as scripts that assign its parts, because a page opened from disk can
 * load scripts but cannot fetch files. The index of a large model has several parts. The first one
 * has everything except members and enum values, so that a search works before the others are
 * loaded.
 */
export function writeSearchIndex(site: Site): readonly SearchScript[] {
  const found = searchEntries(site);
  const entries = JSON.stringify(found);
  if (last?.entries === entries) return last.scripts;
  const parts = splitEntries(found);
  const scripts = parts.map((part, number) => {
    const index = new MiniSearch(searchOptions);
    index.addAll(part);
    const count = number === 0 ? `globalThis.docsSearchParts = ${parts.length};\n` : "";
    return {
      path: searchScript(number),
      text: `${count}(globalThis.docsSearchIndex ??= [])[${number}] = ${JSON.stringify(index)};\n`,
    };
  });
  last = { entries, scripts };
  return scripts;
}

/** The number of entries above which the index is split, and the size of further parts. */
const entriesPerPart = 1500;

/** Splits the entries of a large model: members and enum values follow all others. */
export function splitEntries(entries: readonly SearchEntry[]): readonly (readonly SearchEntry[])[] {
  if (entries.length <= entriesPerPart) return [entries];
  const isPart = ({ k }: SearchEntry): boolean => k === "member" || k === "enum value";
  const parts = entries.filter(isPart);
  const count = Math.ceil(parts.length / entriesPerPart);
  return [
    entries.filter((entry) => !isPart(entry)),
    ...Array.from({ length: count }, (_, number) =>
      parts.slice(number * entriesPerPart, (number + 1) * entriesPerPart),
    ),
  ];
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
