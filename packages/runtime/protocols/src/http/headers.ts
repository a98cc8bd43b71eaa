import type { HttpHeaders } from "../protocol.js";

/** Returns a header by its lower-case name. The headers may have names in another case. */
export function headerOf(headers: HttpHeaders, name: string): string | undefined {
  if (Object.hasOwn(headers, name)) return headers[name];
  for (const key of Object.keys(headers)) {
    if (key.length === name.length && key.toLowerCase() === name) return headers[key];
  }
  return undefined;
}
