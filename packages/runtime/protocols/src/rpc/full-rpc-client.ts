import { Sentinel } from "@tinsmith/schema";
import { hostPrefixOf } from "../http/host-prefix.js";
import type { ClientProtocol, ClientProtocolOptions, ServiceSchema } from "../protocol.js";
import { idempotencyTokens } from "../schema/idempotency-tokens.js";
import { rpcClientOf } from "./rpc-client.js";
import { rpcEvents } from "./rpc-events.js";
import type { RpcParts } from "./rpc-parts.js";
import type { RpcClientStyle } from "./rpc-style.js";

/** The parts of a client for services of any kind. */
export const allRpcParts: RpcParts = {
  events: rpcEvents,
  tokens: idempotencyTokens,
  hostPrefixes: hostPrefixOf,
  readAnything: (codec) => codec.reader(Sentinel.document),
};

/** Creates the client side of an RPC protocol. */
export const createRpcClient = (
  style: RpcClientStyle,
  service: ServiceSchema,
  options: ClientProtocolOptions,
): ClientProtocol => rpcClientOf(style, service, options, allRpcParts);
