import type { ClientProtocolFactory } from "../protocol.js";
import { createQueryClient, queryClientCompilers } from "../query/query-client.js";
import { awsQueryFormat } from "./aws-query-format.js";

const compilers = /* @__PURE__ */ queryClientCompilers(awsQueryFormat);

/**
 * The client side of AWS Query: requests are forms, responses are XML.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 *
 * @public
 */
export const awsQuery: ClientProtocolFactory = (service, options = {}) =>
  createQueryClient(awsQueryFormat, compilers, service, options);
