import { nameOf } from "@tinsmith/schema";
import type { BodyCodec } from "../codec/body-codec.js";
import { sanitizeErrorCode } from "../errors/error-code.js";
import type { RpcClientStyle, RpcFormat } from "./rpc-style.js";

/** A format of Smithy RPC v2, and the protocol's name in its header. */
export interface RpcV2Format extends RpcFormat {
  readonly protocol: string;
}

export const rpcV2Format = (
  protocol: string,
  id: string,
  contentType: string,
  codec: BodyCodec,
): RpcV2Format => ({ protocol, id, contentType, codec, noBodyForUnit: true });

/** Smithy RPC v2: one path an operation, the protocol's name in a header, whatever the format of the body. */
export const rpcV2Client = (format: RpcV2Format): RpcClientStyle => ({
  ...format,
  path: (service, operation) => `/service/${service.name}/operation/${nameOf(operation)}`,
  requestHeaders: (service) => ({
    "smithy-protocol": format.protocol,
    accept: format.contentType,
    ...(service.queryCompatible ? { "x-amzn-query-mode": "true" } : {}),
  }),
  errorCode: (_, body) => sanitizeErrorCode(body["__type"]),
});
