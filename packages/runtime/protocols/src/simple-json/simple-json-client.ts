import { awsJsonClient } from "../aws-json/aws-json-client.js";
import { awsJsonEnvelope } from "../aws-json/aws-json-format.js";
import type { ClientProtocolFactory } from "../protocol.js";
import type { BodyCodec } from "../codec/body-codec.js";
import { allRpcParts } from "../rpc/full-rpc-client.js";
import { textOf } from "../values/bytes.js";

/** Writes and reads bodies with `JSON` alone, independent of the schemas. */
const codec: BodyCodec = {
  writer: () => (value) => JSON.stringify(value),
  reader: () => (body) => (body.length === 0 ? undefined : JSON.parse(textOf(body))),
};

/**
 * `awsJson1_0` without conversion between JSON and the types of the model: inputs and outputs are
 * plain JSON. Timestamps are seconds, blobs are base64 strings, and numbers beyond the precision of
 * a double lose digits. Idempotency tokens are still filled in.
 *
 * @internal
 */
export const simpleJson1_0: ClientProtocolFactory = /* @__PURE__ */ awsJsonClient(
  { .../* @__PURE__ */ awsJsonEnvelope("1.0"), codec },
  allRpcParts,
);

/**
 * `awsJson1_1` without conversion between JSON and the types of the model, like
 * {@link simpleJson1_0}.
 *
 * @internal
 */
export const simpleJson1_1: ClientProtocolFactory = /* @__PURE__ */ awsJsonClient(
  { .../* @__PURE__ */ awsJsonEnvelope("1.1"), codec },
  allRpcParts,
);
