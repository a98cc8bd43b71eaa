import { awsJson1_0, awsJson1_1 } from "@tinsmith/protocols/aws-json";
import { awsQuery } from "@tinsmith/protocols/aws-query";
import { ec2Query } from "@tinsmith/protocols/ec2-query";
import { eventStreams } from "@tinsmith/protocols/event-streams";
import { restJson1 } from "@tinsmith/protocols/rest-json";
import { restXml } from "@tinsmith/protocols/rest-xml";
import { rpcv2Cbor } from "@tinsmith/protocols/rpcv2-cbor";
import { rpcv2Json } from "@tinsmith/protocols/rpcv2-json";
import { simpleJson1_0, simpleJson1_1 } from "@tinsmith/protocols/simple-json";
import type { ClientProtocolFactory, ServiceSchema } from "@tinsmith/protocols";
import type { ServiceShape, ShapeId, Traits } from "@tinsmith/smithy";
import { nameOf, namespaceOf, propertyOf, stringOf } from "./node-values.js";

/** The protocols there are, in the order in which a generated client prefers them. */
const factories: readonly (readonly [id: string, factory: ClientProtocolFactory])[] = [
  ["smithy.protocols#rpcv2Cbor", rpcv2Cbor],
  ["aws.protocols#awsJson1_0", awsJson1_0],
  ["aws.protocols#awsJson1_1", awsJson1_1],
  ["smithy.protocols#rpcv2Json", rpcv2Json],
  ["aws.protocols#restJson1", restJson1],
  ["aws.protocols#restXml", restXml],
  ["aws.protocols#awsQuery", awsQuery],
  ["aws.protocols#ec2Query", ec2Query],
];

/** The id of the protocol that a client of the service speaks, where there is one. */
export const protocolTraitOf = (traits: Traits): ShapeId | undefined =>
  factories.find(([trait]) => traits.has(trait))?.[0];

/**
 * The protocol of a service: the first of its protocols that there is.
 * @throws TypeError where there is none of them
 */
export const protocolOf = ({ id, traits }: ServiceShape): ClientProtocolFactory => {
  const found = factories.find(([trait]) => traits.has(trait));
  if (found !== undefined) return (service) => found[1](service, { eventStreams });
  const known = factories.map(([trait]) => trait).join(", ");
  throw new TypeError(`${id} has no protocol that a client can speak. There are: ${known}.`);
};

const simple: Readonly<Record<string, ClientProtocolFactory>> = {
  "aws.protocols#awsJson1_0": simpleJson1_0,
  "aws.protocols#awsJson1_1": simpleJson1_1,
};

/**
 * The protocol of a service without the translation of values.
 * @throws TypeError where the service does not speak awsJson
 */
export const simpleJsonOf = ({ id, traits }: ServiceShape): ClientProtocolFactory => {
  const trait = Object.keys(simple).find((one) => traits.has(one)) ?? "";
  const found = simple[trait];
  if (found !== undefined) return (service) => found(service, { eventStreams });
  throw new TypeError(`${id} does not speak awsJson, which is what simpleJson can do without.`);
};

/** What protocols have to know about the service. */
export const serviceSchema = ({ id, version, traits }: ServiceShape): ServiceSchema => {
  const namespace = traits.get("smithy.api#xmlNamespace");
  const uri = stringOf(propertyOf(namespace, "uri"));
  const restXmlTrait = traits.get("aws.protocols#restXml");
  return {
    namespace: namespaceOf(id),
    name: nameOf(id),
    version,
    ...(uri !== undefined && {
      xmlNamespace: [stringOf(propertyOf(namespace, "prefix")) ?? "", uri],
    }),
    ...(propertyOf(restXmlTrait, "noErrorWrapping") === true && { noErrorWrapping: true }),
    ...(traits.has("aws.protocols#awsQueryCompatible") && { queryCompatible: true }),
  };
};
