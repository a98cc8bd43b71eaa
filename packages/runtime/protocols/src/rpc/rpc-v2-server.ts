import { nameOf, namespaceOf } from "@tinsmith/schema";
import { headerOf } from "../http/headers.js";
import type { StrictReaders } from "../codec/body-codec.js";
import type { RpcServerStyle } from "./rpc-style.js";
import type { RpcV2Format } from "./rpc-v2.js";

/** Creates the server settings of Smithy RPC v2. */
export const rpcV2Server = (format: RpcV2Format, strictReaders: StrictReaders): RpcServerStyle => ({
  ...format,
  strictReaders,
  checksAccept: true,
  responseHeaders: { "smithy-protocol": format.protocol },
  routeOf: (service, operation) => `${service.name} ${nameOf(operation)}`,
  routeOfRequest: ({ headers, method, path }) => {
    if (headerOf(headers, "smithy-protocol") !== format.protocol || method !== "POST")
      return undefined;
    // The path may begin with any prefix.
    const match = /\/service\/([^/]+)\/operation\/([^/]+)$/.exec(path);
    // The service may be written with or without its namespace.
    return match ? `${match[1]?.split(".").at(-1)} ${match[2]}` : undefined;
  },
  errorType: ({ namespace }, { code, schema }) =>
    `${schema ? namespaceOf(schema) : namespace}#${code}`,
});
