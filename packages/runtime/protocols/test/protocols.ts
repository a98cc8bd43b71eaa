import * as awsJsonClient from "../src/aws-json/aws-json-client.js";
import * as awsJsonServer from "../src/aws-json/aws-json-server.js";
import { awsQuery as awsQueryClient } from "../src/aws-query/aws-query-client.js";
import { awsQuery as awsQueryServer } from "../src/aws-query/aws-query-server.js";
import { ec2Query as ec2QueryClient } from "../src/ec2-query/ec2-query-client.js";
import { ec2Query as ec2QueryServer } from "../src/ec2-query/ec2-query-server.js";
import type {
  ClientProtocol,
  ClientProtocolFactory,
  ClientProtocolOptions,
  ServerProtocol,
  ServerProtocolFactory,
  ServerProtocolOptions,
  ServiceSchema,
} from "../src/index.js";
import { restJson1 as restJsonClient } from "../src/rest-json/rest-json-client.js";
import { restJson1 as restJsonServer } from "../src/rest-json/rest-json-server.js";
import { restXml as restXmlClient } from "../src/rest-xml/rest-xml-client.js";
import { restXml as restXmlServer } from "../src/rest-xml/rest-xml-server.js";
import { rpcv2Cbor as rpcv2CborClient } from "../src/rpcv2-cbor/rpcv2-cbor-client.js";
import { rpcv2Cbor as rpcv2CborServer } from "../src/rpcv2-cbor/rpcv2-cbor-server.js";
import { rpcv2Json as rpcv2JsonClient } from "../src/rpcv2-json/rpcv2-json-client.js";
import { rpcv2Json as rpcv2JsonServer } from "../src/rpcv2-json/rpcv2-json-server.js";

/** The client and the server side of a protocol, for round-trip tests. */
export type Protocol = ClientProtocol & ServerProtocol;

export type ProtocolFactory = (
  service: ServiceSchema,
  options?: ClientProtocolOptions & ServerProtocolOptions,
) => Protocol;

const both =
  (client: ClientProtocolFactory, server: ServerProtocolFactory): ProtocolFactory =>
  (service, options) => ({ ...client(service, options), ...server(service, options) });

export const awsJson1_0 = both(awsJsonClient.awsJson1_0, awsJsonServer.awsJson1_0);
export const awsJson1_1 = both(awsJsonClient.awsJson1_1, awsJsonServer.awsJson1_1);
export const awsQuery = both(awsQueryClient, awsQueryServer);
export const ec2Query = both(ec2QueryClient, ec2QueryServer);
export const restJson1 = both(restJsonClient, restJsonServer);
export const restXml = both(restXmlClient, restXmlServer);
export const rpcv2Cbor = both(rpcv2CborClient, rpcv2CborServer);
export const rpcv2Json = both(rpcv2JsonClient, rpcv2JsonServer);
