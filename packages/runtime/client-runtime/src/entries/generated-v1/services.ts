/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export { apiGatewayJson } from "../../services/api-gateway.js";
export { customerKeys } from "../../services/customer-keys.js";
export { glacier } from "../../services/glacier.js";
export { headerTexts } from "../../services/header-texts.js";
export { presignedCopies } from "../../services/presigned-copies.js";
export { route53Ids } from "../../services/route-53.js";
export { queueUrls } from "../../services/sqs.js";
export type { QueueUrlConfig, QueueUrlResolvedConfig } from "../../services/sqs.js";
