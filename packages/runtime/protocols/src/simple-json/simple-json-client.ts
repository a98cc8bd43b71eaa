import { awsJsonClient, awsJsonEnvelope } from "../aws-json/aws-json-client.js";
import type { ClientProtocolFactory } from "../protocol.js";
import type { BodyCodec } from "../codec/body-codec.js";
import { textOf } from "../values/bytes.js";

/** Bodies are what `JSON` makes of them, whatever the schemas say. */
const codec: BodyCodec = {
  writer: () => (value) => JSON.stringify(value),
  reader: () => (body) => (body.length === 0 ? undefined : JSON.parse(textOf(body))),
};

/**
 * `awsJson1_0` without the translation between JSON and the types of the model: inputs go out as they are, outputs
 * are what came in. A timestamp is a number of seconds then, a blob is text in base64, and digits that a double cannot
 * hold are lost. Only the filling in of idempotency tokens is left.
 *
 * @internal
 */
export const simpleJson1_0: ClientProtocolFactory = /* @__PURE__ */ awsJsonClient({
  .../* @__PURE__ */ awsJsonEnvelope("1.0"),
  codec,
});

/**
 * `awsJson1_1` without the translation between JSON and the types of the model, as {@link simpleJson1_0}.
 *
 * @internal
 */
export const simpleJson1_1: ClientProtocolFactory = /* @__PURE__ */ awsJsonClient({
  .../* @__PURE__ */ awsJsonEnvelope("1.1"),
  codec,
});
