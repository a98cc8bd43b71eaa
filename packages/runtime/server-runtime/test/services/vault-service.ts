import type {
  StaticErrorSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from "@smithy/types";
import type { ClientProtocol, ServerProtocol } from "@tinsmith/protocols";
import * as awsJson from "@tinsmith/protocols/aws-json";
import * as awsJsonServer from "@tinsmith/protocols/aws-json/server";
import * as awsQuery from "@tinsmith/protocols/aws-query";
import * as awsQueryServer from "@tinsmith/protocols/aws-query/server";
import * as ec2Query from "@tinsmith/protocols/ec2-query";
import * as ec2QueryServer from "@tinsmith/protocols/ec2-query/server";
import * as restJson from "@tinsmith/protocols/rest-json";
import * as restJsonServer from "@tinsmith/protocols/rest-json/server";
import * as restXml from "@tinsmith/protocols/rest-xml";
import * as restXmlServer from "@tinsmith/protocols/rest-xml/server";
import * as rpcv2Cbor from "@tinsmith/protocols/rpcv2-cbor";
import * as rpcv2CborServer from "@tinsmith/protocols/rpcv2-cbor/server";
import * as rpcv2Json from "@tinsmith/protocols/rpcv2-json";
import * as rpcv2JsonServer from "@tinsmith/protocols/rpcv2-json/server";
import type { ServiceDescription } from "../../src/entries/index.js";

const ns = "example.vault";

/** A structure with a member of every kind that fixtures must store. */
export const Thing$: StaticStructureSchema = [
  3,
  ns,
  "Thing",
  0,
  ["name", "size", "kept", "at", "digits", "price", "bytes", "tags", "shelf", "secret", "seal"],
  [
    0,
    1,
    2,
    4,
    17,
    19,
    21,
    64 | 0,
    128 | 1,
    [0, 8],
    [2, ns, "Seals", 0, [0, ns, "SealName", 8, 0], 0],
  ],
  1,
];
const Missing$: StaticErrorSchema = [
  -3,
  ns,
  "Missing",
  { error: "client", httpError: 404 },
  ["message", "name"],
  [0, 0],
];
const http = (path: string): { http: [string, string, number] } => ({ http: ["POST", path, 200] });
export const Keep$: StaticOperationSchema = [9, ns, "Keep", http("/keep"), Thing$, Thing$];
/** The same shape in a newer model that has renamed a member. */
const Renamed$: StaticStructureSchema = [3, ns, "Thing", 0, ["name", "extent"], [0, 1], 1];
const KeepRenamed$: StaticOperationSchema = [9, ns, "Keep", http("/keep"), Thing$, Renamed$];
const stream$: StaticStructureSchema = [
  3,
  ns,
  "Content",
  0,
  ["name", "content"],
  [
    [0, { httpHeader: "x-name" }],
    [42, { httpPayload: 1 }],
  ],
];
export const Pour$: StaticOperationSchema = [9, ns, "Pour", http("/pour"), stream$, stream$];

const schema = { namespace: ns, name: "Vault", version: "2026-01-01" };

/** The client and the server side of each protocol. */
export const protocols: Readonly<Record<string, readonly [ClientProtocol, ServerProtocol]>> = {
  awsJson1_0: [awsJson.awsJson1_0(schema), awsJsonServer.awsJson1_0(schema)],
  awsJson1_1: [awsJson.awsJson1_1(schema), awsJsonServer.awsJson1_1(schema)],
  awsQuery: [awsQuery.awsQuery(schema), awsQueryServer.awsQuery(schema)],
  ec2Query: [ec2Query.ec2Query(schema), ec2QueryServer.ec2Query(schema)],
  restJson1: [restJson.restJson1(schema), restJsonServer.restJson1(schema)],
  restXml: [restXml.restXml(schema), restXmlServer.restXml(schema)],
  rpcv2Cbor: [rpcv2Cbor.rpcv2Cbor(schema), rpcv2CborServer.rpcv2Cbor(schema)],
  rpcv2Json: [rpcv2Json.rpcv2Json(schema), rpcv2JsonServer.rpcv2Json(schema)],
};

/** @param isNewer - true for the model in which a member of the output has another name */
export const vault = (protocol: ServerProtocol, isNewer = false): ServiceDescription => ({
  service: schema,
  protocols: [protocol],
  operations: [
    { schema: isNewer ? KeepRenamed$ : Keep$, errors: [Missing$] },
    { schema: Pour$, errors: [] },
  ],
  constraints: { Thing: { name: { required: true, length: { max: 40 } } } },
});
