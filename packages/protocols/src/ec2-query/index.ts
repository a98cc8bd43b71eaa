import type { ProtocolFactory } from "../protocol.js";
import {
  createQueryProtocol,
  queryCompilers,
  type QueryProtocolStyle,
} from "../query/query-protocol.js";

const style: QueryProtocolStyle = {
  id: "aws.protocols#ec2Query",
  responseType: "text/xml;charset=UTF-8",
  flatLists: true,
  memberName: (name, { xmlName, ["ec2QueryName"]: queryName }) =>
    typeof queryName === "string" ? queryName : capitalised(xmlName ?? name),
  resultName: () => undefined,
  errorDocument: (_fault, members) =>
    `<Response><Errors><Error>${members}</Error></Errors></Response>`,
};
const compilers = /* @__PURE__ */ queryCompilers(style);

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * EC2 Query: forms with flat lists there, XML back.
 * Smithy: https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html
 */
export const ec2Query: ProtocolFactory = (service, options = {}) =>
  createQueryProtocol(style, compilers, service, options);
