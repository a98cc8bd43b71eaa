import type { ProtocolFactory } from "../protocol.js";
import { createAwsJson } from "./aws-json.js";

/**
 * AWS JSON 1.0: POST to `/`, the operation in `x-amz-target`, absolute shape ids in `__type`.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 */
export const awsJson1_0: ProtocolFactory = (service, options) =>
  createAwsJson("1.0", service, options);

/**
 * AWS JSON 1.1: as 1.0, with bare shape names in `__type`.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export const awsJson1_1: ProtocolFactory = (service, options) =>
  createAwsJson("1.1", service, options);
