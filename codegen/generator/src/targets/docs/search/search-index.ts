import MiniSearch from "minisearch";
import type { ShapeId } from "@tinsmith/smithy";
import { membersOf } from "@tinsmith/service";
import { kindName } from "../pages/shape-page.js";
import { hasPage, hasSection } from "../site/plan-places.js";
import type { Site } from "../site/site.js";
import { firstSentence } from "../text/render-text.js";
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

/** Returns all searchable entries: operations, errors, shapes, their members and enum values. */
export function searchEntries(site: Site): readonly SearchEntry[] {
  const { plan } = site;
  const entries: SearchEntry[] = [];
  const add = (
    id: ShapeId,
    t: string,
    k: string,
    c: string,
    documentation: string | undefined,
  ): void => {
    const place = site.places.get(id);
    if (!place) return;
    const fragment = place.anchor === undefined ? "" : `#${encodeURIComponent(place.anchor)}`;
    const d = shorten(firstSentence(documentation ?? ""));
    entries.push({ id: entries.length, t, k, c, d, u: `${place.page}${fragment}` });
  };
  for (const operation of plan.operations) {
    add(operation.id, operation.name, "operation", "", operation.documentation);
  }
  for (const error of plan.errors) add(error.id, error.name, "error", "", error.documentation);
  for (const shape of plan.shapes.filter((shape) => hasPage(shape) || hasSection(shape))) {
    add(shape.id, shape.name, kindName(shape), "", shape.documentation);
    if (shape.kind === "enum" || shape.kind === "intEnum") {
      for (const value of shape.values) {
        add(
          `${shape.id}$${value.name}`,
          String(value.value),
          "enum value",
          shape.name,
          value.documentation,
        );
      }
    } else if (shape.kind === "structure" || shape.kind === "union") {
      for (const member of membersOf(shape)) {
        add(member.id, member.name, "member", shape.name, member.documentation);
      }
    }
  }
  return entries;
}

function shorten(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 139).trimEnd()}…`;
}
