import { nameOf } from "@tinsmith/schema";
import type { BodyCodec } from "../codec/body-codec.js";
import { sanitizeErrorCode } from "../errors/error-code.js";
import type { RpcClientStyle, RpcFormat } from "./rpc-style.js";

/** A format of Smithy RPC v2 with the value of the header `smithy-protocol`. */
export interface RpcV2Format extends RpcFormat {
  readonly protocol: string;
}

export const rpcV2Format = (
  protocol: string,
  id: string,
  contentType: string,
  codec: BodyCodec,
): RpcV2Format => ({ protocol, id, contentType, codec, noBodyForUnit: true });

/** Creates the client settings of Smithy RPC v2. They are the same for all formats of bodies. */
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
