import type {
  StaticErrorSchema,
  StaticOperationSchema,
  StaticStructureSchema,
  StaticUnionSchema,
} from "@smithy/types";
import { awsJson1_1 } from "@tinsmith/protocols/aws-json";
import { eventStreams } from "@tinsmith/protocols/event-streams";
import { restJson1 } from "@tinsmith/protocols/rest-json";
import { rpcv2Cbor } from "@tinsmith/protocols/rpcv2-cbor";

import type { Handler, ServiceDescription } from "../src/index.js";

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

/** A service with events in both directions, in protocols of three kinds. */
export const chatProtocols = [awsJson1_1, rpcv2Cbor, restJson1].map((factory) =>
  factory(schema, { eventStreams }),
);

export const chat = (protocol: (typeof chatProtocols)[number]): ServiceDescription => ({
  service: schema,
  protocols: [protocol],
  operations: [{ schema: Talk$, errors: [Silenced$] }],
});
