import type { BodyReaders } from "../codec/body-codec.js";
import type { WriteHostPrefix } from "../http/host-prefix.js";
import type {
  Awaitable,
  Body,
  HttpHeaders,
  HttpQuery,
  ProtocolOptions,
  StructureValue,
} from "../protocol.js";
import type { IdempotencyTokens } from "../schema/idempotency-tokens.js";
import type { ValueTypes } from "../value-types/value-type.js";
import type { StaticOperationSchema } from "@smithy/types";
import type { Bindings } from "./bindings.js";
import type { WrittenBody } from "./document-bodies.js";
import type { RestFormat } from "./rest-style.js";
import type { UriPattern } from "./uri-pattern.js";

/** Members in headers. */
export interface HeaderParts {
  writer(bindings: Bindings, types: ValueTypes): (value: StructureValue, into: HttpHeaders) => void;
  reader(
    bindings: Bindings,
    types: ValueTypes,
    kinds: undefined,
    strict: boolean,
  ): (headers: HttpHeaders, into: StructureValue) => void;
}

/** Members that are the whole body. */
export interface PayloadParts {
  writer(
    bindings: Bindings,
    style: RestFormat,
    options: ProtocolOptions,
    message: "request",
  ): (value: StructureValue) => WrittenBody;
  reader(
    bindings: Bindings,
    style: RestFormat,
    readers: BodyReaders,
    options: ProtocolOptions,
  ): (body: Body, into: StructureValue) => Awaitable<void>;
  /** Returns the value of `Accept` for a response with these bindings. */
  accept(response: Bindings, style: RestFormat): string | undefined;
}

/** The parts of a client of a protocol with HTTP bindings that not every service uses. */
export interface RestParts {
  readonly types: ValueTypes;
  readonly headers?: HeaderParts;
  readonly payloads?: PayloadParts;
  /** Writes queries: members in the query, and queries in the path of an operation. */
  readonly queries?: (
    pattern: UriPattern,
    bindings: Bindings,
    types: ValueTypes,
  ) => (value: StructureValue) => HttpQuery;
  readonly tokens?: IdempotencyTokens;
  readonly hostPrefixes?: (operation: StaticOperationSchema) => WriteHostPrefix | undefined;
}
