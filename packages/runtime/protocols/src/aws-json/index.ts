import type { ClientProtocolFactory } from "../protocol.js";
import { awsJsonClient } from "./client.js";
import { awsJsonEnvelope, awsJsonFormat } from "./format.js";

// What another entry makes of awsJson, without having it once more.
export { awsJsonClient, awsJsonEnvelope };

/**
 * AWS JSON 1.0: POST to `/`, the operation in `x-amz-target`, absolute shape ids in `__type`.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 */
export const awsJson1_0: ClientProtocolFactory = /* @__PURE__ */ awsJsonClient(
  /* @__PURE__ */ awsJsonFormat("1.0"),
);

/**
 * AWS JSON 1.1: as 1.0, with bare shape names in `__type`.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export const awsJson1_1: ClientProtocolFactory = /* @__PURE__ */ awsJsonClient(
  /* @__PURE__ */ awsJsonFormat("1.1"),
);
