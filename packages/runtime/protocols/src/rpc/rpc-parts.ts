import type { StaticOperationSchema } from "@smithy/types";
import type { MemberedSchema } from "@tinsmith/schema";
import type { BodyCodec, ReadBody } from "../codec/body-codec.js";
import type { WriteHostPrefix } from "../http/host-prefix.js";
import type {
  Awaitable,
  HttpHeaders,
  HttpRequestMessage,
  HttpResponseMessage,
  ProtocolOptions,
  StructureValue,
} from "../protocol.js";
import type { IdempotencyTokens } from "../schema/idempotency-tokens.js";
import type { RpcClientStyle } from "./rpc-style.js";

/** Inputs and outputs with an event stream. The functions ignore operations without one. */
export interface RpcEvents {
  headers(input: MemberedSchema, output: MemberedSchema): HttpHeaders;
  writer(
    style: RpcClientStyle,
    options: ProtocolOptions,
    input: MemberedSchema,
  ): ((value: StructureValue) => HttpRequestMessage["body"]) | undefined;
  reader(
    style: RpcClientStyle,
    options: ProtocolOptions,
    output: MemberedSchema,
  ): ((response: HttpResponseMessage) => Awaitable<StructureValue>) | undefined;
}

/** The parts of a client of an RPC protocol that not every service uses. */
export interface RpcParts {
  readonly events?: RpcEvents;
  readonly tokens?: IdempotencyTokens;
  readonly hostPrefixes?: (operation: StaticOperationSchema) => WriteHostPrefix | undefined;
  /** Returns the reader of a body of any shape. */
  readAnything(codec: BodyCodec): ReadBody;
}
