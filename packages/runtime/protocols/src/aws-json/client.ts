import { nameOf } from "@tinsmith/schema";
import { headerOf } from "../http/headers.js";
import type { ClientProtocolFactory } from "../protocol.js";
import { sanitiseErrorCode } from "../rpc/error-code.js";
import { createRpcClient } from "../rpc/rpc-client.js";
import type { RpcFormat } from "../rpc/rpc-style.js";

/** The client's half of awsJson, of either version. */
export const awsJsonClient =
  (format: RpcFormat): ClientProtocolFactory =>
  (service, options = {}) =>
    createRpcClient(
      {
        ...format,
        path: () => "/",
        requestHeaders: ({ name, queryCompatible }, operation) => ({
          "x-amz-target": `${name}.${nameOf(operation)}`,
          ...(queryCompatible ? { "x-amzn-query-mode": "true" } : {}),
        }),
        errorCode: ({ headers }, body) =>
          sanitiseErrorCode(headerOf(headers, "x-amzn-errortype")) ??
          sanitiseErrorCode(body["__type"]) ??
          sanitiseErrorCode(body["code"]),
      },
      service,
      options,
    );
