import type { HttpHeaders, HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";
import type { CorsDescription } from "../service/cors-description.js";

/** Responds to web pages of other origins (Fetch standard, "CORS protocol"). */
export interface Cors {
  /** Returns the response to a preflight request; undefined for any other request. */
  preflight(request: HttpRequestMessage): HttpResponseMessage | undefined;
  /** Adds the headers that let a page read a response. */
  share(request: Pick<HttpRequestMessage, "headers">, headers: HttpHeaders): void;
}

/**
 * Returns the functions that handle requests from other origins.
 *
 * @param wanted - the origins of the option `cors`: all, none, or a list
 * @param modeled - the policy of `@cors`; the option replaces it if it names origins
 * @returns undefined if pages of other origins have no access
 */
export function corsFor(
  wanted: boolean | string | readonly string[] | undefined,
  modeled: CorsDescription | undefined,
): Cors | undefined {
  if (wanted === false || (wanted === undefined && !modeled)) return undefined;
  const named = wanted === true ? ["*"] : typeof wanted === "string" ? [wanted] : wanted;
  const origins = named ?? modeled?.origins ?? [];
  return corsOf({ ...modeled, origins });
}

function corsOf({
  origins,
  maxAge = defaultMaxAge,
  allowedHeaders = [],
  exposedHeaders = [],
}: CorsDescription): Cors {
  const isAny = origins.includes("*");
  const permit = (origin: string, headers: HttpHeaders): boolean => {
    if (!isAny) headers["vary"] = joined([headers["vary"], "origin"]);
    if (!isAny && !origins.includes(origin)) return false;
    headers["access-control-allow-origin"] = isAny ? "*" : origin;
    // Browsers send cookies and HTTP authentication only if the response names the origin of the
    // page.
    if (!isAny) headers["access-control-allow-credentials"] = "true";
    return true;
  };
  return {
    preflight: ({ method, headers: sent }) => {
      const { origin } = sent;
      const wanted = sent["access-control-request-method"];
      if (method !== "OPTIONS" || origin === undefined || wanted === undefined) return undefined;
      const headers: HttpHeaders = {};
      if (!permit(origin, headers)) {
        return {
          statusCode: 403,
          headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
          body: `The origin ${origin} is not allowed. Expected one of: ${origins.join(", ")}.\n`,
        };
      }
      headers["access-control-allow-methods"] = methods.includes(wanted)
        ? methods.join(", ")
        : joined([...methods, wanted]);
      const names = joined([sent["access-control-request-headers"], ...allowedHeaders]);
      if (names !== "") headers["access-control-allow-headers"] = names;
      if (maxAge >= 0) headers["access-control-max-age"] = String(maxAge);
      // Chromium sends this header before a public page may reach a server of the local network.
      if (sent["access-control-request-private-network"] === "true") {
        headers["access-control-allow-private-network"] = "true";
      }
      return { statusCode: 204, headers };
    },
    share: ({ headers: sent }, headers) => {
      const { origin } = sent;
      if (origin === undefined || !permit(origin, headers)) return;
      const own = Object.keys(headers).filter((name) => !isAlwaysReadable(name));
      const exposed = [...new Set([...own, ...exposedHeaders].map((name) => name.toLowerCase()))];
      if (exposed.length > 0) headers["access-control-expose-headers"] = joined(exposed);
    },
  };
}

/** The default of `@cors`. */
const defaultMaxAge = 600;

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const joined = (names: readonly (string | undefined)[]): string =>
  names.filter((name) => name !== undefined && name !== "").join(", ");

/**
 * Returns true for headers that need not be exposed, and for headers that concern the connection.
 */
const isAlwaysReadable = (name: string): boolean =>
  /^(?:access-control-.*|vary|connection|cache-control|content-language|content-length|content-type|expires|last-modified|pragma)$/i.test(
    name,
  );
