import { awsJson1_0, awsJson1_1 } from "@tinsmith/protocols/aws-json/server";
import { awsQuery } from "@tinsmith/protocols/aws-query/server";
import { ec2Query } from "@tinsmith/protocols/ec2-query/server";
import { eventStreams } from "@tinsmith/protocols/event-streams";
import { restJson1 } from "@tinsmith/protocols/rest-json/server";
import { restXml } from "@tinsmith/protocols/rest-xml/server";
import { rpcv2Cbor } from "@tinsmith/protocols/rpcv2-cbor/server";
import { rpcv2Json } from "@tinsmith/protocols/rpcv2-json/server";
import type { ServerProtocolFactory } from "@tinsmith/protocols";
import type { ServiceShape } from "@tinsmith/smithy";

const factories: Readonly<Record<string, ServerProtocolFactory>> = {
  "aws.protocols#awsJson1_0": awsJson1_0,
  "aws.protocols#awsJson1_1": awsJson1_1,
  "aws.protocols#awsQuery": awsQuery,
  "aws.protocols#ec2Query": ec2Query,
  "aws.protocols#restJson1": restJson1,
  "aws.protocols#restXml": restXml,
  "smithy.protocols#rpcv2Cbor": rpcv2Cbor,
  "smithy.protocols#rpcv2Json": rpcv2Json,
};

/** The servers' halves of the protocols of a service: they write what its clients read. */
export const serverProtocolsOf = ({ traits }: ServiceShape): readonly ServerProtocolFactory[] =>
  Object.entries(factories).flatMap(([trait, factory]) =>
    traits.has(trait) ? [(service) => factory(service, { eventStreams })] : [],
  );
