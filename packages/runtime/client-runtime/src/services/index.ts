import type { ClientFeature } from "../client-feature.js";
import { apiGatewayJson } from "./api-gateway.js";
import { glacier } from "./glacier.js";
import { predictEndpoint } from "./machine-learning.js";
import { route53Ids } from "./route-53.js";
import { queueUrls } from "./sqs.js";

export type { QueueUrlConfig, QueueUrlResolvedConfig } from "./sqs.js";
export { apiGatewayJson, glacier, predictEndpoint, queueUrls, route53Ids };

/** What clients of single services do beyond their models, by SDK id (`aws.api#service`). */
export const serviceFeatures: ReadonlyMap<string, ClientFeature> = /* @__PURE__ */ new Map([
  ["API Gateway", apiGatewayJson],
  ["Glacier", glacier],
  ["Machine Learning", predictEndpoint],
  ["Route 53", route53Ids],
  ["SQS", queueUrls],
]);
