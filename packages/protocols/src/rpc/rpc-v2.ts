import { headerOf } from "../http/headers.js";
import type { BodyCodec } from "./body-codec.js";
import { sanitiseErrorCode } from "./error-code.js";
import type { RpcStyle } from "./rpc-style.js";

/** Smithy RPC v2: one path an operation, the protocol's name in a header, whatever the format of the body. */
export const rpcV2Style = (
  id: string,
  protocol: string,
  contentType: string,
  codec: BodyCodec,
): RpcStyle => ({
  id,
  contentType,
  codec,
  path: (service, operation) => `/service/${service.name}/operation/${operation[2]}`,
  requestHeaders: (service) => ({
    "smithy-protocol": protocol,
    accept: contentType,
    ...(service.queryCompatible ? { "x-amzn-query-mode": "true" } : {}),
  }),
  responseHeaders: { "smithy-protocol": protocol },
  noBodyForUnit: true,
  routeOf: (service, operation) => `${service.name} ${operation[2]}`,
  routeOfRequest: ({ headers, method, path }) => {
    if (headerOf(headers, "smithy-protocol") !== protocol || method !== "POST") return undefined;
    // A service may sit behind a prefix of its own.
    const match = /\/service\/([^/]+)\/operation\/([^/]+)$/.exec(path);
    // Both spellings of the service are allowed: with its namespace and without.
    return match ? `${match[1]?.split(".").at(-1)} ${match[2]}` : undefined;
  },
  errorCode: (_, body) => sanitiseErrorCode(body["__type"]),
  errorType: (service, { code, schema }) => `${schema?.[1] ?? service.namespace}#${code}`,
});
