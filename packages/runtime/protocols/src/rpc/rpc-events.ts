import { eventStreamOf, withMembers } from "@tinsmith/schema";
import {
  eventsOf,
  eventStreamsOf,
  eventStreamType,
  payloadsOf,
} from "../event-streams/stream-support.js";
import { streamOf } from "../http/collect-body.js";
import type { RpcEvents } from "./rpc-parts.js";

/** Event streams of RPC protocols. The first event of a stream holds the other members. */
export const rpcEvents: RpcEvents = {
  headers: (input, output) => ({
    ...(eventStreamOf(output) && { accept: eventStreamType }),
    ...(eventStreamOf(input) && { "content-type": eventStreamType }),
  }),
  writer: ({ codec, contentType }, options, input) => {
    const stream = eventStreamOf(input);
    if (stream === undefined) return undefined;
    const [name, union] = stream;
    const streams = eventStreamsOf(options);
    const payloads = payloadsOf(codec, contentType);
    const initial = withMembers(input, (member) => member !== name);
    return (value) =>
      streams.write(eventsOf(value[name]), union, payloads, {
        type: "initial-request",
        schema: initial,
        value,
      });
  },
  reader: ({ codec, contentType }, options, output) => {
    const stream = eventStreamOf(output);
    if (stream === undefined) return undefined;
    const [name, union] = stream;
    const streams = eventStreamsOf(options);
    const payloads = payloadsOf(codec, contentType);
    const initial = withMembers(output, (member) => member !== name);
    return async (response) => {
      const read = await streams.read(streamOf(response.body ?? ""), union, payloads, initial);
      return { ...read.initial, [name]: read.events };
    };
  },
};
