import type { ServerProtocolFactory } from "../protocol.js";
import { createQueryServer } from "../query/query-server.js";
import type { QueryServerStyle } from "../query/query-server.js";
import { ec2QueryFormat } from "./ec2-query-format.js";

const style: QueryServerStyle = {
  ...ec2QueryFormat,
  responseType: "text/xml;charset=UTF-8",
  errorDocument: (_fault, members) =>
    `<Response><Errors><Error>${members}</Error></Errors></Response>`,
};

/**
 * The server side of EC2 Query.
 *
 * @public
 */
export const ec2Query: ServerProtocolFactory = (service, options = {}) =>
  createQueryServer(style, service, options);
