import { MavenError } from "./coordinates.js";

/**
 * The qualifiers in ascending order. A release ranks between the last candidate and a service pack.
 */
const ranks: ReadonlyMap<string, number> = new Map([
  ["alpha", -5],
  ["a", -5],
  ["beta", -4],
  ["b", -4],
  ["milestone", -3],
  ["m", -3],
  ["rc", -2],
  ["cr", -2],
  ["snapshot", -1],
  ["", 0],
  ["ga", 0],
  ["final", 0],
  ["release", 0],
  ["sp", 1],
]);

type Token =
  | { readonly kind: "number"; readonly value: bigint }
  | { readonly kind: "word"; readonly value: string };

/**
 * Compares versions as Maven does. Numbers are compared by value, and known qualifiers by rank.
 * Other words follow the known qualifiers and are compared as text. A number follows any word.
 */
export function compareVersions(one: string, other: string): number {
  const left = tokensOf(one);
  const right = tokensOf(other);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const order = compareTokens(left[index], right[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function tokensOf(version: string): readonly Token[] {
  const words = version.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  return words.map((word) =>
    /^\d/.test(word) ? { kind: "number", value: BigInt(word) } : { kind: "word", value: word },
  );
}

function compareTokens(one: Token | undefined, other: Token | undefined): number {
  if (one === undefined || other === undefined) {
    if (one === other) return 0;
    return one === undefined ? -againstNothing(other) : againstNothing(one);
  }
  if (one.kind === "number") {
    if (other.kind === "word") return 1;
    return one.value < other.value ? -1 : one.value > other.value ? 1 : 0;
  }
  if (other.kind === "number") return -1;
  const order = rankOf(one.value) - rankOf(other.value);
  if (order !== 0 || ranks.has(one.value)) return order;
  return one.value < other.value ? -1 : one.value > other.value ? 1 : 0;
}

/** Compares a token with a missing one: `1.0.0` equals `1`, `1.1` is later, `1-rc` is earlier. */
function againstNothing(token: Token | undefined): number {
  if (token === undefined) return 0;
  return token.kind === "number" ? (token.value === 0n ? 0 : 1) : rankOf(token.value);
}

const rankOf = (word: string) => ranks.get(word) ?? 2;

interface Interval {
  readonly from: string;
  readonly fromIncluded: boolean;
  readonly to: string;
  readonly toIncluded: boolean;
}

const interval = /\s*([[(])([^[\](),]*)(,?)([^[\](),]*)([\])])\s*/y;

/**
 * Returns whether a range, such as `[1.0,2.0)` or `(,1.1],[1.3,)`, contains a version.
 *
 * @throws MavenError if the range is malformed
 */
export function rangeContains(range: string, version: string): boolean {
  return intervalsOf(range).some(({ from, fromIncluded, to, toIncluded }) => {
    const lower = from === "" ? 1 : compareVersions(version, from);
    const upper = to === "" ? -1 : compareVersions(version, to);
    return (
      (lower > 0 || (fromIncluded && lower === 0)) && (upper < 0 || (toIncluded && upper === 0))
    );
  });
}

function intervalsOf(range: string): readonly Interval[] {
  const found: Interval[] = [];
  interval.lastIndex = 0;
  for (let at = 0; at < range.length;) {
    const match = interval.exec(range);
    if (match === null) throw malformed(range);
    const [whole, open, from = "", comma, to = "", close] = match;
    const isExact = comma === "";
    if (isExact && (open !== "[" || close !== "]" || from.trim() === "")) throw malformed(range);
    found.push({
      from: from.trim(),
      fromIncluded: open === "[",
      to: isExact ? from.trim() : to.trim(),
      toIncluded: close === "]",
    });
    at += whole.length;
    if (range[at] === ",") at++;
    interval.lastIndex = at;
  }
  return found;
}

const malformed = (range: string) =>
  new MavenError(
    `The range of versions ${JSON.stringify(range)} is malformed. Expected one such as [1.2,2.0) or (,1.1]`,
  );

/**
 * Returns the highest of the versions that a range contains. Snapshots count only if the range
 * names one.
 */
export function highestIn(range: string, versions: Iterable<string>): string | undefined {
  let highest: string | undefined;
  for (const version of versions) {
    if (version.endsWith("-SNAPSHOT") && !range.includes("-SNAPSHOT")) continue;
    if (!rangeContains(range, version)) continue;
    if (highest === undefined || compareVersions(version, highest) > 0) highest = version;
  }
  return highest;
}
