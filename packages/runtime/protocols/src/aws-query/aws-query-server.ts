import type { ServerProtocolFactory } from "../protocol.js";
import { createQueryServer } from "../query/query-server.js";
import type { QueryServerStyle } from "../query/query-server.js";
import { awsQueryFormat } from "./aws-query-format.js";

const style: QueryServerStyle = {
  ...awsQueryFormat,
  responseType: "text/xml",
  errorDocument: (fault, members) =>
    `<ErrorResponse><Error><Type>${
      fault === "client" ? "Sender" : "Receiver"
    }</Type>${members}</Error></ErrorResponse>`,
};

/**
 * The server side of AWS Query.
 *
 * @public
 */
export const awsQuery: ServerProtocolFactory = (service, options = {}) =>
  createQueryServer(style, service, options);
