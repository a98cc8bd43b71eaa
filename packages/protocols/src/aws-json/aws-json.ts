import { headerOf } from "../http/headers.js";
import { createJsonCodec } from "../json/json-codec.js";
import type { Protocol, ProtocolOptions, ServiceSchema } from "../protocol.js";
import { sanitiseErrorCode } from "../rpc/error-code.js";
import { createRpcProtocol } from "../rpc/rpc-protocol.js";
import type { RpcStyle } from "../rpc/rpc-style.js";
import { Sentinel } from "../schema/resolve.js";

const codec = /* @__PURE__ */ createJsonCodec({
  jsonName: false,
  timestamps: Sentinel.epochSeconds,
  bigNumbersAsStrings: false,
});

/** awsJson of either version. */
export const createAwsJson = (
  version: "1.0" | "1.1",
  service: ServiceSchema,
  options: ProtocolOptions = {},
): Protocol => createRpcProtocol(styleOf(version), service, options);

const styleOf = (version: "1.0" | "1.1"): RpcStyle => ({
  id: `aws.protocols#awsJson${version.replace(".", "_")}`,
  contentType: `application/x-amz-json-${version}`,
  codec,
  path: () => "/",
  requestHeaders: (service, operation) => ({
    "x-amz-target": `${service.name}.${operation[2]}`,
    ...(service.queryCompatible ? { "x-amzn-query-mode": "true" } : {}),
  }),
  responseHeaders: {},
  noBodyForUnit: false,
  routeOf: (service, operation) => `${service.name}.${operation[2]}`,
  routeOfRequest: (request) => headerOf(request.headers, "x-amz-target"),
  errorCode: ({ headers }, body) =>
    sanitiseErrorCode(headerOf(headers, "x-amzn-errortype")) ??
    sanitiseErrorCode(body["__type"]) ??
    sanitiseErrorCode(body["code"]),
  // 1.0 names the shape in full, 1.1 only by its name.
  errorType: (service, { code, schema }) =>
    version === "1.1" ? code : `${schema?.[1] ?? service.namespace}#${code}`,
});
