import type { ClientFeature } from "../client/client-feature.js";
import { apiGatewayJson } from "./api-gateway.js";
import { glacier } from "./glacier.js";
import { route53Ids } from "./route-53.js";
import { queueUrls } from "./sqs.js";

/** The features of single AWS services, which no trait asks for, by SDK id (`aws.api#service`). */
export const serviceFeatures: ReadonlyMap<string, ClientFeature> = /* @__PURE__ */ new Map([
  ["API Gateway", apiGatewayJson],
  ["Glacier", glacier],
  ["Route 53", route53Ids],
  ["SQS", queueUrls],
]);
