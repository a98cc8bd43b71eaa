import type MiniSearch from "minisearch";
import type { SearchResult } from "minisearch";
import type { SearchEntry } from "./search-options.js";

/** A search result, without the number of its entry. */
export type SearchHit = Omit<SearchEntry, "id" | "w">;

/** The kinds of entries, in the order in which exact names rank. */
const kinds: readonly string[] = [
  "operation",
  "error",
  "structure",
  "union",
  "enum",
  "int enum",
  "guide",
  "option",
  "page",
  "section",
  "function",
];

/**
 * Searches the parts of the index. Exact names come first, then names that begin with the query,
 * then all others. Within each group, operations come before errors, shapes, guides and members. If
 * no entry contains all words, each word is searched separately.
 */
export function searchDocs(
  parts: readonly MiniSearch[],
  query: string,
  limit: number,
): readonly SearchHit[] {
  // A shape id names a shape of this service.
  const words = query.includes("#") ? query.slice(query.lastIndexOf("#") + 1) : query;
  const wanted = plain(words);
  if (wanted === "") return [];
  const options = { boostDocument: boostByKind };
  const search = (further: object): SearchResult[] =>
    parts.flatMap((part) => part.search(words, { ...options, ...further }));
  const together = search({});
  // A query may write a name of several words as one word, or one word as two.
  const found = together.length > 0 ? together : search({ combineWith: "OR", fuzzy: 0.34 });
  return found
    .map((result) => ({ hit: toHit(result), score: result.score }))
    .map(({ hit, score }) => ({ hit, score, rank: rankOf(hit, wanted) }))
    .sort(
      (a, b) =>
        a.rank - b.rank || b.score - a.score || a.hit.c.length - b.hit.c.length || compare(a, b),
    )
    .slice(0, limit)
    .map(({ hit }) => hit);
}

/**
 * Returns the rank of a result: exact names first, by kind, then names that begin with the query,
 * then all others.
 */
function rankOf({ t, k }: SearchHit, wanted: string): number {
  const title = plain(t);
  const kind = kinds.indexOf(k);
  const place = kind < 0 ? kinds.length : kind;
  if (title === wanted) return place;
  // `throttling` is `ThrottlingException`, and `batch meter` is `BatchMeterUsage`.
  if (place < 2 && wanted.length > 3 && title.startsWith(wanted)) return 100 + place;
  return 200;
}

function boostByKind(_id: unknown, _term: string, stored?: Record<string, unknown>): number {
  switch (stored?.["k"]) {
    case "operation":
      return 2.5;
    case "error":
    case "guide":
      return 1.8;
    case "structure":
    case "enum":
    case "union":
    case "option":
    case "page":
    case "section":
    case "function":
      return 1.4;
    default:
      return 0.7;
  }
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

const compare = (a: { hit: SearchHit }, b: { hit: SearchHit }): number =>
  a.hit.t < b.hit.t ? -1 : a.hit.t > b.hit.t ? 1 : 0;

function toHit(stored: Record<string, unknown>): SearchHit {
  const field = (name: string): string => String(stored[name] ?? "");
  return { t: field("t"), k: field("k"), c: field("c"), d: field("d"), u: field("u") };
}
