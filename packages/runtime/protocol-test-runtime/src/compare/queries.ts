import { encodeRfc3986 } from "@tinsmith/values";
import type { RequestCase } from "../cases/message-cases.js";
import { sameText } from "./same-text.js";

/** Query parameters, decoded, as clients pass them to their transport. */
export type Query = Readonly<Record<string, string | readonly string[] | null>>;

/** Returns the differences between the query of a request and a case. */
export function queryDifferences(query: Query, expected: RequestCase): readonly string[] {
  const sent = pairsOf(query);
  const left = [...sent];
  const names = new Set(sent.map(nameOf));
  const missing = expectedPairs(expected).filter((pair) => {
    const at = left.findIndex((candidate) => sameText(candidate, pair));
    // A parameter that is expected twice must occur twice.
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...missing.map((pair) => `query: missing ${pair} in ${sent.join("&") || "an empty query"}`),
    ...(expected.forbidQueryParams ?? [])
      .filter((name) => names.has(name))
      .map((name) => `query: ${name} must be absent`),
    ...(expected.requireQueryParams ?? [])
      .filter((name) => !names.has(name))
      .map((name) => `query: ${name} is absent`),
  ];
}

/** Returns the parameters of a case. Some cases write constant parameters after the path. */
export function expectedPairs({ uri, queryParams = [] }: RequestCase): readonly string[] {
  const [, constant = ""] = uri.split("?");
  return [...constant.split("&").filter((pair) => pair !== ""), ...queryParams];
}

const pairsOf = (query: Query): readonly string[] =>
  Object.entries(query).flatMap(([name, value]) => {
    if (value === null) return [encodeRfc3986(name)];
    const values = typeof value === "string" ? [value] : value;
    return values.map((item) => `${encodeRfc3986(name)}=${encodeRfc3986(item)}`);
  });

const nameOf = (pair: string): string => pair.split("=", 1)[0] ?? "";
