/**
 * The parts of JSON protocols. Generated clients import the parts that their service needs.
 *
 * @packageDocumentation
 * @internal
 */
// In one file with the protocol of most AWS services, so that their clients load one file less.
export { awsJson1_0Of, awsJson1_1Of } from "./aws-json/aws-json-client.js";
export { clientDefaultsOf } from "./defaults/client-parts.js";
export { hostPrefixOf as hostPrefixes } from "./http/host-prefix.js";
export { httpHeaders, httpPayloads, httpQueries } from "./http-bindings/http-parts.js";
export { corrections } from "./json/corrections.js";
export { exactNumbers } from "./json/exact-numbers.js";
export { jsonUnions } from "./json/unions.js";
export { rpcEvents } from "./rpc/rpc-events.js";
export { idempotencyTokens } from "./schema/idempotency-tokens.js";
export { bigNumbers } from "./value-types/big-numbers.js";
export { blobs } from "./value-types/blobs.js";
export { documents } from "./value-types/documents.js";
export { epochTimestamps } from "./value-types/epoch-timestamps.js";
export { timestamps } from "./value-types/timestamps.js";
export type { ValueType, ValueTypes } from "./value-types/value-type.js";
