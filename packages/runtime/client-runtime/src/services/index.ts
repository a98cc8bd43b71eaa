import { apiGatewayJson } from "./api-gateway.js";
import { glacier } from "./glacier.js";
import { predictEndpoint } from "./machine-learning.js";
import { route53Ids } from "./route-53.js";
import { queueUrls } from "./sqs.js";

export type { QueueUrlConfig, QueueUrlResolvedConfig } from "./sqs.js";
export { apiGatewayJson, glacier, predictEndpoint, queueUrls, route53Ids };
