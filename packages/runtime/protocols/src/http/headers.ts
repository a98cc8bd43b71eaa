import type { HttpHeaders } from "../protocol.js";

/** A header by its lower-case name; names that a transport left in another case are found too. */
export function headerOf(headers: HttpHeaders, name: string): string | undefined {
  if (Object.hasOwn(headers, name)) return headers[name];
  for (const key of Object.keys(headers)) {
    if (key.length === name.length && key.toLowerCase() === name) return headers[key];
  }
  return undefined;
}
