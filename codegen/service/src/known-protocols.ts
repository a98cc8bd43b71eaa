import type { ShapeId } from "@tinsmith/smithy";
import {
  awsJson1_0Trait,
  awsJson1_1Trait,
  awsQueryTrait,
  ec2QueryTrait,
  restJson1Trait,
  restXmlTrait,
  rpcv2CborTrait,
  rpcv2JsonTrait,
} from "@tinsmith/smithy/traits";

/** A protocol that comes with Tinsmith. */
export type ProtocolName =
  | "rpcv2Cbor"
  | "awsJson1_0"
  | "awsJson1_1"
  | "rpcv2Json"
  | "restJson1"
  | "restXml"
  | "awsQuery"
  | "ec2Query";

/** The traits of the protocols that come with Tinsmith, by name. */
export const protocolIds: Readonly<Record<ProtocolName, ShapeId>> = {
  rpcv2Cbor: rpcv2CborTrait.id,
  awsJson1_0: awsJson1_0Trait.id,
  awsJson1_1: awsJson1_1Trait.id,
  rpcv2Json: rpcv2JsonTrait.id,
  restJson1: restJson1Trait.id,
  restXml: restXmlTrait.id,
  awsQuery: awsQueryTrait.id,
  ec2Query: ec2QueryTrait.id,
};

/**
 * Their names, in the order in which a client prefers them: cheap formats first, RPC before bindings, what AWS retires
 * last.
 */
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
  return protocolNames.find((name) => protocolIds[name] === id);
}
