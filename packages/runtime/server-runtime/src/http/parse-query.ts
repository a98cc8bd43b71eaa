import type { HttpQuery } from "@tinsmith/protocols";

/** Parses query parameters with all their values. A parameter without `=` has the value `null`. */
export function parseQuery(text: string): HttpQuery {
  const query: HttpQuery = Object.create(null);
  for (const part of text.split("&")) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    const name = decode(equals === -1 ? part : part.slice(0, equals));
    const value = equals === -1 ? null : decode(part.slice(equals + 1));
    const before = query[name];
    if (before === undefined) query[name] = value;
    else query[name] = [...(Array.isArray(before) ? before : [before ?? ""]), value ?? ""];
  }
  return query;
}

function decode(text: string): string {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
