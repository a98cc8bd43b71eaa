import type { HttpRequestMessage } from "@tinsmith/protocols";
import type { AuthScheme } from "../service/auth-description.js";
import type { PresentedCredentials } from "./auth-options.js";

type Credentials = Pick<PresentedCredentials, "identity" | "password">;

/**
 * Returns the credentials of a scheme in a request; undefined if the request has no credentials in
 * the form of the scheme.
 */
export function presentedIn(
  request: HttpRequestMessage,
  scheme: AuthScheme,
): Credentials | undefined {
  const { headers, query } = request;
  const sent = headers["authorization"];
  switch (scheme.kind) {
    case "httpBearerAuth":
      return identified(afterPrefix(sent, "Bearer"));
    case "httpBasicAuth":
      return basic(afterPrefix(sent, "Basic"));
    case "httpDigestAuth": {
      const parameters = afterPrefix(sent, "Digest") ?? "";
      return /\bresponse="[^"]+"/.test(parameters)
        ? identified(/\busername="([^"]*)"/.exec(parameters)?.[1])
        : undefined;
    }
    case "httpApiKeyAuth": {
      if (scheme.in === "header") {
        const value = headers[scheme.name.toLowerCase()];
        return identified(scheme.scheme === undefined ? value : afterPrefix(value, scheme.scheme));
      }
      const value = query[scheme.name];
      return identified(typeof value === "string" ? value : value?.at(-1));
    }
    case "sigv4":
      return signed(request, "AWS4-HMAC-SHA256");
    case "sigv4a":
      return signed(request, "AWS4-ECDSA-P256-SHA256");
    case "custom":
      return { identity: "" };
  }
}

function signed(
  { headers, query }: HttpRequestMessage,
  algorithm: string,
): Credentials | undefined {
  const sent = afterPrefix(headers["authorization"], algorithm);
  if (sent !== undefined) return identified(/\bCredential=([^/,\s]+)\//.exec(sent)?.[1]);
  const presigned = query["X-Amz-Credential"];
  if (query["X-Amz-Algorithm"] !== algorithm || typeof presigned !== "string") return undefined;
  return identified(presigned.split("/")[0]);
}

function basic(encoded: string | undefined): Credentials | undefined {
  if (encoded === undefined) return undefined;
  const [, identity, password] =
    /^([^:]*):([^]*)$/.exec(Buffer.from(encoded, "base64").toString()) ?? [];
  return identity === undefined || password === undefined ? undefined : { identity, password };
}

const identified = (identity: string | undefined): Credentials | undefined =>
  identity === undefined || identity === "" ? undefined : { identity };

/** Returns the credentials after the name of a scheme. The name is case-insensitive. */
function afterPrefix(header: string | undefined, prefix: string): string | undefined {
  if (header === undefined || header.charAt(prefix.length) !== " ") return undefined;
  if (header.slice(0, prefix.length).toLowerCase() !== prefix.toLowerCase()) return undefined;
  return header.slice(prefix.length + 1).trim();
}
