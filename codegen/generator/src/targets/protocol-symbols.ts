import { symbol } from "../code/code.js";
import type { CodeSymbol } from "../code/code.js";

/** The protocols that clients and servers can speak, by their trait: the one place that knows where they are. */
export const protocolSymbols: ReadonlyMap<string, CodeSymbol> = new Map([
  ["aws.protocols#awsJson1_0", symbol("awsJson1_0", "@tinsmith/protocols/aws-json")],
  ["aws.protocols#awsJson1_1", symbol("awsJson1_1", "@tinsmith/protocols/aws-json")],
  ["aws.protocols#awsQuery", symbol("awsQuery", "@tinsmith/protocols/aws-query")],
  ["aws.protocols#ec2Query", symbol("ec2Query", "@tinsmith/protocols/ec2-query")],
  ["aws.protocols#restJson1", symbol("restJson1", "@tinsmith/protocols/rest-json")],
  ["aws.protocols#restXml", symbol("restXml", "@tinsmith/protocols/rest-xml")],
  ["smithy.protocols#rpcv2Cbor", symbol("rpcv2Cbor", "@tinsmith/protocols/rpcv2-cbor")],
  ["smithy.protocols#rpcv2Json", symbol("rpcv2Json", "@tinsmith/protocols/rpcv2-json")],
]);
