import { protocolIds, protocolNames } from "@tinsmith/service";
import type { ProtocolName } from "@tinsmith/service";
import { symbol } from "../code/code.js";
import type { CodeSymbol } from "../code/code.js";

/** Entries of the package of protocols: the one place that knows where they are. */
const entries: Readonly<Record<ProtocolName, string>> = {
  awsJson1_0: "aws-json",
  awsJson1_1: "aws-json",
  awsQuery: "aws-query",
  ec2Query: "ec2-query",
  restJson1: "rest-json",
  restXml: "rest-xml",
  rpcv2Cbor: "rpcv2-cbor",
  rpcv2Json: "rpcv2-json",
};

const symbolsOf = (half: string): ReadonlyMap<string, CodeSymbol> =>
  new Map(
    protocolNames.map((name) => [
      protocolIds[name],
      symbol(name, `@tinsmith/protocols/${entries[name]}${half}`),
    ]),
  );

/** The halves of protocols that clients speak, by the protocol's trait. */
export const clientProtocolSymbols = symbolsOf("");

/** The halves that servers speak. */
export const serverProtocolSymbols = symbolsOf("/server");

/** What protocols of a service with event streams are given. */
export const eventStreams = symbol("eventStreams", "@tinsmith/protocols/event-streams");

/** What fills in what the model says of members that are missing. */
export const clientDefaults = symbol("clientDefaults", "@tinsmith/protocols/defaults");
export const clientStreamDefaults = symbol("clientStreamDefaults", "@tinsmith/protocols/defaults");
export const serverDefaults = symbol("serverDefaults", "@tinsmith/protocols/defaults");
