import type { ShapeId } from "@tinsmith/smithy";

/** The protocols that come with Tinsmith, best first: cheap formats, RPC before bindings, what AWS retires last. */
const protocols = {
  rpcv2Cbor: "smithy.protocols#rpcv2Cbor",
  awsJson1_0: "aws.protocols#awsJson1_0",
  awsJson1_1: "aws.protocols#awsJson1_1",
  rpcv2Json: "smithy.protocols#rpcv2Json",
  restJson1: "aws.protocols#restJson1",
  restXml: "aws.protocols#restXml",
  awsQuery: "aws.protocols#awsQuery",
  ec2Query: "aws.protocols#ec2Query",
} as const;

/** A protocol that comes with Tinsmith. */
export type ProtocolName = keyof typeof protocols;

/** The traits of the protocols that come with Tinsmith, by name. */
export const protocolIds: Readonly<Record<ProtocolName, ShapeId>> = protocols;

/** Their names, in the order in which a client prefers them. */
export const protocolNames: readonly ProtocolName[] = [
  "rpcv2Cbor",
  "awsJson1_0",
  "awsJson1_1",
  "rpcv2Json",
  "restJson1",
  "restXml",
  "awsQuery",
  "ec2Query",
];

/** Returns the name of the protocol that a trait stands for, or `undefined` for a protocol of others. */
export function protocolName(id: ShapeId): ProtocolName | undefined {
  return protocolNames.find((name) => protocols[name] === id);
}
