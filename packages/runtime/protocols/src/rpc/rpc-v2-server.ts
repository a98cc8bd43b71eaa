import { nameOf, namespaceOf } from "@tinsmith/schema";
import { headerOf } from "../http/headers.js";
import type { StrictReaders } from "../codec/body-codec.js";
import type { RpcServerStyle } from "./rpc-style.js";
import type { RpcV2Format } from "./rpc-v2.js";

/** Smithy RPC v2 on the server. */
export const rpcV2Server = (format: RpcV2Format, strictReaders: StrictReaders): RpcServerStyle => ({
  ...format,
  strictReaders,
  checksAccept: true,
  responseHeaders: { "smithy-protocol": format.protocol },
  routeOf: (service, operation) => `${service.name} ${nameOf(operation)}`,
  routeOfRequest: ({ headers, method, path }) => {
    if (headerOf(headers, "smithy-protocol") !== format.protocol || method !== "POST")
      return undefined;
    // A service may sit behind a prefix of its own.
    const match = /\/service\/([^/]+)\/operation\/([^/]+)$/.exec(path);
    // Both spellings of the service are allowed: with its namespace and without.
    return match ? `${match[1]?.split(".").at(-1)} ${match[2]}` : undefined;
  },
  errorType: ({ namespace }, { code, schema }) =>
    `${schema ? namespaceOf(schema) : namespace}#${code}`,
});
