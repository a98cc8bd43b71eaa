import type { ClientProtocolFactory } from "../protocol.js";
import { createQueryClient, queryClientCompilers } from "../query/query-client.js";
import { ec2QueryFormat } from "./ec2-query-format.js";

const compilers = /* @__PURE__ */ queryClientCompilers(ec2QueryFormat);

/**
 * The client side of EC2 Query: requests are forms with flat lists, responses are XML.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html
 *
 * @public
 */
export const ec2Query: ClientProtocolFactory = (service, options = {}) =>
  createQueryClient(ec2QueryFormat, compilers, service, options);
