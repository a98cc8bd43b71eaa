import type { Options } from "minisearch";

/** The data of a search result. Keys are short because the index repeats them for each entry. */
export interface SearchEntry {
  readonly id: number;
  /** Title: the name of the entry. */
  readonly t: string;
  /** Kind: operation, error, member, enum value, structure … */
  readonly k: string;
  /** Context: the shape or operation that contains the entry. */
  readonly c: string;
  /** Description: the first sentence of the documentation. */
  readonly d: string;
  /** Page and anchor, from the root of the site. */
  readonly u: string;
  /** Further words: headers, statuses, variables, the text of guides. They are not stored. */
  readonly w: string;
}

/** Returns the path of the script with a part of the index. */
export const searchScript = (part: number): string =>
  part === 0 ? "assets/search-index.js" : `assets/search-index-${part}.js`;

/** The options for building and for reading the index. Both must use the same options. */
export const searchOptions: Options<SearchEntry> = {
  fields: ["t", "c", "d", "w"],
  storeFields: ["t", "k", "c", "d", "u"],
  tokenize: splitWords,
  searchOptions: {
    boost: { t: 4, c: 1.5, w: 0.6 },
    prefix: true,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    combineWith: "AND",
    tokenize: splitWords,
  },
};

/**
 * Splits a text into words. A compound name (`CustomerAWSAccountId`) yields itself and its parts.
 */
function splitWords(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).flatMap((word) => {
    if (word === "") return [];
    const parts = word
      .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
      .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
      .split(" ");
    return parts.length > 1 ? [word, ...parts] : [word];
  });
}
