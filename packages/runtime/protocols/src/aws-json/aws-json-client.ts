import { nameOf } from "@tinsmith/schema";
import { headerOf } from "../http/headers.js";
import type { ClientProtocolFactory } from "../protocol.js";
import { sanitizeErrorCode } from "../errors/error-code.js";
import { createRpcClient } from "../rpc/rpc-client.js";
import type { RpcFormat } from "../rpc/rpc-style.js";
import { awsJsonEnvelope, awsJsonFormat } from "./aws-json-format.js";

// The entry `simple-json` imports this from the built file instead of bundling a copy.
export { awsJsonEnvelope };

/** Creates the client factory of awsJson for either version. */
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
          sanitizeErrorCode(headerOf(headers, "x-amzn-errortype")) ??
          sanitizeErrorCode(body["__type"]) ??
          sanitizeErrorCode(body["code"]),
      },
      service,
      options,
    );

/**
 * The client side of AWS JSON 1.0: `POST /` with the operation in the header `x-amz-target`. Errors
 * have an absolute shape id in `__type`.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 *
 * @public
 */
export const awsJson1_0: ClientProtocolFactory = /* @__PURE__ */ awsJsonClient(
  /* @__PURE__ */ awsJsonFormat("1.0"),
);

/**
 * The client side of AWS JSON 1.1. Like 1.0, but errors have a shape name without a namespace in
 * `__type`.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 *
 * @public
 */
export const awsJson1_1: ClientProtocolFactory = /* @__PURE__ */ awsJsonClient(
  /* @__PURE__ */ awsJsonFormat("1.1"),
);
