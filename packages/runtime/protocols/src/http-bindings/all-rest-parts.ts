import { hostPrefixOf } from "../http/host-prefix.js";
import { idempotencyTokens } from "../schema/idempotency-tokens.js";
import { allTypes } from "../value-types/all-types.js";
import { httpHeaders, httpPayloads, httpQueries } from "./http-parts.js";
import type { RestParts } from "./rest-parts.js";

/** The parts of a client for services of any kind. */
export const allRestParts: RestParts = {
  types: allTypes,
  headers: httpHeaders,
  payloads: httpPayloads,
  queries: httpQueries,
  tokens: idempotencyTokens,
  hostPrefixes: hostPrefixOf,
};
