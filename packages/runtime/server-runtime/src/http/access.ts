import { isIP } from "node:net";
import type { HttpRequestMessage } from "@tinsmith/protocols";

/** The names and addresses by which the control API can be reached. */
export interface AccessRules {
  /** The address that the server listens on; undefined in process. */
  readonly boundHost: string | undefined;
  readonly allowedHosts: readonly string[];
}

/**
 * Returns the reason why a request may not control this server; undefined if it may. Browsers
 * report the page that a request comes from. Requests from pages of other sites are refused.
 * Requests for a host name that does not belong to this server are refused, too.
 */
export function refusalOf(
  { headers }: Pick<HttpRequestMessage, "headers">,
  rules: AccessRules,
): string | undefined {
  const { host, origin } = headers;
  if (host !== undefined && !isOwnHost(hostNameOf(host), rules)) {
    return `The host ${host} is not allowed. Use the address of the server, or allow the host: --allow-host ${hostNameOf(host) ?? "NAME"} on the command line, control.allowedHosts in code.`;
  }
  if (origin !== undefined && !isSameOrigin(origin, host)) {
    return `The control API does not answer pages of another origin (${origin}).`;
  }
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    return `The control API does not answer pages of another site (sec-fetch-site: ${site}).`;
  }
  return undefined;
}

/** Returns true for the content type of JSON. Forms cannot send it without a preflight request. */
export const isJson = (contentType: string | undefined): boolean =>
  /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType ?? "");

function isOwnHost(name: string | undefined, { boundHost, allowedHosts }: AccessRules): boolean {
  if (name === undefined) return false;
  if (isLoopbackName(name) || name === boundHost?.toLowerCase()) return true;
  if (allowedHosts.some((allowed) => allowed.toLowerCase() === name)) return true;
  // An address cannot be rebound. A page that uses the address was loaded from it.
  return (boundHost === "0.0.0.0" || boundHost === "::") && isIP(name) !== 0;
}

const isLoopbackName = (name: string): boolean =>
  name === "localhost" ||
  name.endsWith(".localhost") ||
  name === "::1" ||
  (isIP(name) === 4 && name.startsWith("127."));

/** Returns the name or address without port and brackets, in lower case. */
function hostNameOf(host: string): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^[\]:/@\s]+))(?::\d{1,5})?$/i.exec(host);
  return (match?.[1] ?? match?.[2])?.toLowerCase();
}

function isSameOrigin(origin: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  return (protocol === "http:" || protocol === "https:") && from === host.toLowerCase();
}
