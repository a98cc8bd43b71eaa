import { symbol } from "../code/code.js";
import type { CodeSymbol } from "../code/code.js";

/** The protocols that there are, by their trait: the one place that knows where they are. */
const protocols: readonly (readonly [id: string, name: string, entry: string])[] = [
  ["aws.protocols#awsJson1_0", "awsJson1_0", "aws-json"],
  ["aws.protocols#awsJson1_1", "awsJson1_1", "aws-json"],
  ["aws.protocols#awsQuery", "awsQuery", "aws-query"],
  ["aws.protocols#ec2Query", "ec2Query", "ec2-query"],
  ["aws.protocols#restJson1", "restJson1", "rest-json"],
  ["aws.protocols#restXml", "restXml", "rest-xml"],
  ["smithy.protocols#rpcv2Cbor", "rpcv2Cbor", "rpcv2-cbor"],
  ["smithy.protocols#rpcv2Json", "rpcv2Json", "rpcv2-json"],
];

/** The entry for generated code, which stays as it is while the rest of the package changes. */
export const protocolsEntry = "@tinsmith/protocols/generated/v1";

const symbolsOf = (half: string): ReadonlyMap<string, CodeSymbol> =>
  new Map(
    protocols.map(([id, name, entry]) => [id, symbol(name, `${protocolsEntry}/${entry}${half}`)]),
  );

/** The halves of protocols that clients speak, by the protocol's trait. */
export const clientProtocolSymbols = symbolsOf("");

/** The halves that servers speak. */
export const serverProtocolSymbols = symbolsOf("/server");

/** What protocols of a service with event streams are given. */
export const eventStreams = symbol("eventStreams", `${protocolsEntry}/event-streams`);

/** What fills in what the model says of members that are missing. */
export const clientDefaults = symbol("clientDefaults", `${protocolsEntry}/defaults`);
export const clientStreamDefaults = symbol("clientStreamDefaults", `${protocolsEntry}/defaults`);
export const serverDefaults = symbol("serverDefaults", `${protocolsEntry}/defaults`);
