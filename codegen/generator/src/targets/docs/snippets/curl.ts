import type { RecordedBody, RecordedHeader, RecordedRequest } from "@tinsmith/service";
import type { Site } from "../site/site.js";
import { shellQuote } from "./shell-quote.js";

/** Headers that curl sends on its own, or that depend on the moment of the call. */
const leftOut: ReadonlySet<string> = new Set([
  "amz-sdk-invocation-id",
  "amz-sdk-request",
  "authorization",
  "connection",
  "content-length",
  "host",
  "transfer-encoding",
  "user-agent",
  "x-amz-content-sha256",
  "x-amz-date",
  "x-amz-user-agent",
]);

/**
 * Returns a recorded request as a command of curl that sends the same call: method, path, headers
 * and body.
 *
 * @returns `undefined` for streams of signed events, which curl cannot send
 */
export function curlCommand(request: RecordedRequest, site: Site): string | undefined {
  const { method, target, headers, body } = request;
  const payload = bodyOptions(body, method);
  if (payload === undefined) return undefined;
  const lines = [
    `curl ${shellQuote(`${site.names.endpoint}${target}`)}`,
    ...methodOptions(method, body),
    ...authOptions(headers, site),
    ...headers
      .filter(([name]) => !leftOut.has(name.toLowerCase()))
      .map(([name, value]) => `--header ${shellQuote(`${name}: ${value}`)}`),
    ...payload.options,
  ];
  return `${payload.source}${lines.join(" \\\n  ")}`;
}

function methodOptions(method: string, body: RecordedBody): readonly string[] {
  if (method === "HEAD") return ["--head"];
  const hasBody = body.kind !== "text" || body.text !== "";
  const usual = hasBody ? "POST" : "GET";
  return method === usual ? [] : [`--request ${method}`];
}

/** Returns the options for the credentials, with variables in place of secrets. */
function authOptions(headers: readonly RecordedHeader[], { names }: Site): readonly string[] {
  const value = headers.find(([name]) => name.toLowerCase() === "authorization")?.[1] ?? "";
  if (value.startsWith("AWS4-")) {
    const scope = /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(value);
    const [, region = names.region, service = names.signingName ?? ""] = scope ?? [];
    return [
      `--aws-sigv4 ${shellQuote(`aws:amz:${region}:${service}`)}`,
      `--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"`,
    ];
  }
  if (value.startsWith("Bearer ")) return [`--header "Authorization: Bearer $TOKEN"`];
  if (value.startsWith("Basic ")) return [`--user "$USERNAME:$PASSWORD"`];
  if (value.startsWith("Digest ")) return ["--digest", `--user "$USERNAME:$PASSWORD"`];
  return value === "" ? [] : [`--header ${shellQuote(`Authorization: ${value}`)}`];
}

function bodyOptions(
  body: RecordedBody,
  method: string,
): { readonly source: string; readonly options: readonly string[] } | undefined {
  if (body.kind === "events") return undefined;
  if (body.kind === "text") {
    if (body.text === "") {
      // Without data, curl sends no content length.
      const options = method === "POST" || method === "PUT" ? [`--data ''`] : [];
      return { source: "", options };
    }
    // A leading @ names a file, except with this option.
    return { source: "", options: [`--data-raw ${shellQuote(body.text)}`] };
  }
  return {
    source: `printf %s ${shellQuote(body.base64)} | base64 --decode | \\\n`,
    options: ["--data-binary @-"],
  };
}
