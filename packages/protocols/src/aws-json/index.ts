import { headerOf } from "../http/headers.js";
import type { ClientProtocolFactory } from "../protocol.js";
import { sanitiseErrorCode } from "../rpc/error-code.js";
import { createRpcClient } from "../rpc/rpc-client.js";
import { awsJsonFormat } from "./format.js";

const awsJson =
  (version: "1.0" | "1.1"): ClientProtocolFactory =>
  (service, options = {}) =>
    createRpcClient(
      {
        ...awsJsonFormat(version),
        path: () => "/",
        requestHeaders: ({ name, queryCompatible }, operation) => ({
          "x-amz-target": `${name}.${operation[2]}`,
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

/**
 * AWS JSON 1.0: POST to `/`, the operation in `x-amz-target`, absolute shape ids in `__type`.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 */
export const awsJson1_0: ClientProtocolFactory = /* @__PURE__ */ awsJson("1.0");

/**
 * AWS JSON 1.1: as 1.0, with bare shape names in `__type`.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export const awsJson1_1: ClientProtocolFactory = /* @__PURE__ */ awsJson("1.1");
