import type {
  StaticErrorSchema,
  StaticOperationSchema,
  StaticStructureSchema,
  StaticUnionSchema,
} from "@smithy/types";
import * as awsJson from "@tinsmith/protocols/aws-json";
import * as awsJsonServer from "@tinsmith/protocols/aws-json/server";
import { eventStreams } from "@tinsmith/protocols/event-streams";
import * as restJson from "@tinsmith/protocols/rest-json";
import * as restJsonServer from "@tinsmith/protocols/rest-json/server";
import * as rpcv2Cbor from "@tinsmith/protocols/rpcv2-cbor";
import * as rpcv2CborServer from "@tinsmith/protocols/rpcv2-cbor/server";
import type { Handler, ServiceDescription } from "../../src/entries/index.js";

/** An event of either direction. */
export type ChatEvent = { readonly said: { readonly text: string } };

export interface ChatHandlers {
  Talk?: Handler<
    { room?: string; events: AsyncIterable<ChatEvent> },
    { room?: string; events: AsyncIterable<ChatEvent> }
  >;
}

const ns = "example.chat";
const said$: StaticStructureSchema = [3, ns, "Said", 0, ["text"], [0]];
export const Silenced$: StaticErrorSchema = [
  -3,
  ns,
  "Silenced",
  { error: "client" },
  ["message"],
  [0],
];
const events$: StaticUnionSchema = [
  4,
  ns,
  "ChatEvents",
  { streaming: 1 },
  ["said", "silenced"],
  [said$, Silenced$],
];
const message$: StaticStructureSchema = [
  3,
  ns,
  "Chat",
  0,
  ["room", "events"],
  [
    [0, { httpHeader: "x-room" }],
    [events$, { httpPayload: 1 }],
  ],
];
export const Talk$: StaticOperationSchema = [
  9,
  ns,
  "Talk",
  { http: ["POST", "/talk", 200] },
  message$,
  message$,
];

const schema = { namespace: ns, name: "Chat", version: "2026-11-01" };

/**
 * Three protocols of a service with events in both directions. Each has its client and server side.
 */
export const chatProtocols = [
  [awsJson.awsJson1_1, awsJsonServer.awsJson1_1] as const,
  [rpcv2Cbor.rpcv2Cbor, rpcv2CborServer.rpcv2Cbor] as const,
  [restJson.restJson1, restJsonServer.restJson1] as const,
].map(([client, server]) => ({
  ...client(schema, { eventStreams }),
  ...server(schema, { eventStreams }),
}));

export const chat = (protocol: (typeof chatProtocols)[number]): ServiceDescription => ({
  service: schema,
  protocols: [protocol],
  operations: [{ schema: Talk$, errors: [Silenced$] }],
});
