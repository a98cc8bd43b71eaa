import type { ClientProtocol, ClientProtocolFactory, ServerProtocol } from "@tinsmith/protocols";
import { eventStreams } from "@tinsmith/protocols/event-streams";
import type { ServiceDescription } from "../service/operations.js";

/** The client side of the protocols. Each is loaded on first use. */
const loaders: Readonly<Record<string, () => Promise<ClientProtocolFactory>>> = {
  "aws.protocols#awsJson1_0": async () => (await import("@tinsmith/protocols/aws-json")).awsJson1_0,
  "aws.protocols#awsJson1_1": async () => (await import("@tinsmith/protocols/aws-json")).awsJson1_1,
  "aws.protocols#awsQuery": async () => (await import("@tinsmith/protocols/aws-query")).awsQuery,
  "aws.protocols#ec2Query": async () => (await import("@tinsmith/protocols/ec2-query")).ec2Query,
  "aws.protocols#restJson1": async () => (await import("@tinsmith/protocols/rest-json")).restJson1,
  "aws.protocols#restXml": async () => (await import("@tinsmith/protocols/rest-xml")).restXml,
  "smithy.protocols#rpcv2Cbor": async () =>
    (await import("@tinsmith/protocols/rpcv2-cbor")).rpcv2Cbor,
  "smithy.protocols#rpcv2Json": async () =>
    (await import("@tinsmith/protocols/rpcv2-json")).rpcv2Json,
};

/**
 * Returns the client side of a server's protocol. It reads responses.
 *
 * @throws TypeError if the protocol has no client side
 */
export async function clientProtocolOf(
  { id }: ServerProtocol,
  { service, clientProtocols }: Pick<ServiceDescription, "service" | "clientProtocols">,
): Promise<ClientProtocol> {
  const load = loaders[id] ?? clientProtocols?.[id];
  if (!load) throw new TypeError(`Cannot read the responses of the protocol ${id}.`);
  return (await load())(service, { eventStreams });
}
