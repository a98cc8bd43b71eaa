import type { ProtocolFactory } from "../protocol.js";
import {
  createQueryProtocol,
  queryCompilers,
  type QueryProtocolStyle,
} from "../query/query-protocol.js";

const style: QueryProtocolStyle = {
  id: "aws.protocols#awsQuery",
  responseType: "text/xml",
  flatLists: false,
  memberName: (name, { xmlName }) => xmlName ?? name,
  resultName: (operation) => `${operation}Result`,
  errorDocument: (fault, members) =>
    `<ErrorResponse><Error><Type>${
      fault === "client" ? "Sender" : "Receiver"
    }</Type>${members}</Error></ErrorResponse>`,
};
const compilers = /* @__PURE__ */ queryCompilers(style);

/**
 * AWS Query: forms there, XML back.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export const awsQuery: ProtocolFactory = (service, options = {}) =>
  createQueryProtocol(style, compilers, service, options);
