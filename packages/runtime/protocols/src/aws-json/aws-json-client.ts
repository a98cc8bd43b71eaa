import { nameOf } from "@tinsmith/schema";
import { headerOf } from "../http/headers.js";
import type { ClientProtocolFactory } from "../protocol.js";
import { sanitizeErrorCode } from "../errors/error-code.js";
import { jsonCodecOf } from "../json/json-codec.js";
import type { JsonParts } from "../json/json-parts.js";
import { anyReader } from "../json/read-anything.js";
import { allRpcParts } from "../rpc/full-rpc-client.js";
import { rpcClientOf } from "../rpc/rpc-client.js";
import type { RpcParts } from "../rpc/rpc-parts.js";
import type { RpcFormat } from "../rpc/rpc-style.js";
import { awsJsonEnvelope, awsJsonFormat, jsonStyle } from "./aws-json-format.js";

/** Creates the client factory of awsJson for either version. */
export const awsJsonClient =
  (format: RpcFormat, parts: RpcParts): ClientProtocolFactory =>
  (service, options = {}) =>
    rpcClientOf(
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
      parts,
    );

/** The parts of an awsJson client that not every service uses. */
export interface AwsJsonParts extends JsonParts, Omit<RpcParts, "readAnything"> {}

const awsJsonOf = (version: "1.0" | "1.1", parts: AwsJsonParts): ClientProtocolFactory =>
  awsJsonClient(
    { ...awsJsonEnvelope(version), codec: jsonCodecOf(jsonStyle, parts) },
    { ...parts, readAnything: (codec) => anyReader(codec, parts) },
  );

/**
 * Creates {@link awsJson1_0} from the parts that a service needs, so that its clients do not carry
 * the others.
 *
 * @internal
 */
export const awsJson1_0Of = (parts: AwsJsonParts): ClientProtocolFactory => awsJsonOf("1.0", parts);

/**
 * Creates {@link awsJson1_1} from the parts that a service needs.
 *
 * @internal
 */
export const awsJson1_1Of = (parts: AwsJsonParts): ClientProtocolFactory => awsJsonOf("1.1", parts);

/**
 * The client side of AWS JSON 1.0: `POST /` with the operation in the header `x-amz-target`. Errors
 * have an absolute shape id in `__type`.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 *
 * @public
 */
export const awsJson1_0: ClientProtocolFactory = /* @__PURE__ */ awsJsonClient(
  /* @__PURE__ */ awsJsonFormat("1.0"),
  allRpcParts,
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
  allRpcParts,
);
