import type { $SchemaRef } from "@smithy/types";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import { EventStreamException } from "@tinsmith/protocols/event-streams";
import { viewOf } from "@tinsmith/validation";
import type { StructureView } from "@tinsmith/validation";
import { isBytes } from "@tinsmith/values";
import { collect } from "../http/message-body.js";
import type { ByteStream } from "../http/message-body.js";
import { streamedBody } from "../http/streamed-body.js";

/** A message without streams, and the unknown parts of its events. */
export interface StoredMessage {
  readonly value: object;
  /** Paths of unknown events, such as `stream.Paused`. */
  readonly unknownEvents: readonly string[];
}

/**
 * Returns a message that can be stored: a streaming blob is read into bytes, and events into a
 * list. If a modeled error ends the events, it becomes the last event.
 *
 * @throws Error if the other side ends the events with an error that is not in the model
 */
export async function withoutStreams(schema: $SchemaRef, value: object): Promise<StoredMessage> {
  const stream = streamOf(schema);
  const body: unknown = stream && Reflect.get(value, stream.name);
  if (!stream || !isStream(body)) return { value, unknownEvents: [] };
  if (stream.events === undefined) {
    return { value: { ...value, [stream.name]: await collect(body) }, unknownEvents: [] };
  }
  const { events, unknown } = await readEvents(stream.events, body);
  return {
    value: { ...value, [stream.name]: events },
    unknownEvents: unknown.map((name) => `${stream.name}.${name}`),
  };
}

/** Returns a request whose body is in memory, so that it can be read twice. */
export const withWholeBody = async (
  request: HttpRequestMessage,
  maxBytes: number,
): Promise<HttpRequestMessage> =>
  isStream(request.body)
    ? { ...request, body: await collect(streamedBody(request.body, maxBytes)) }
    : request;

async function readEvents(
  { members }: StructureView,
  stream: unknown,
): Promise<{ readonly events: readonly object[]; readonly unknown: readonly string[] }> {
  const events: object[] = [];
  const unknown = new Set<string>();
  try {
    // The protocol has read the stream. Its items are objects with one member.
    for await (const event of stream as AsyncIterable<object>) {
      const name: unknown = Reflect.get(event, "$unknown");
      if (Array.isArray(name)) unknown.add(String(name[0]));
      else events.push(event);
    }
  } catch (thrown) {
    if (!(thrown instanceof EventStreamException)) throw thrown;
    const { error } = thrown;
    const last = members.find(({ ref }) => {
      const view = viewOf(ref);
      return view.kind === "structure" && view.fault !== undefined && view.name === error.code;
    });
    if (!last) throw thrown;
    events.push({ [last.name]: error.data });
  }
  return { events, unknown: [...unknown] };
}

/** Removes the unknown members of unions. Readers keep such members. */
export function withoutUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUnknown);
  if (typeof value !== "object" || value === null || !isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "$unknown")
      .map(([name, member]) => [name, withoutUnknown(member)]),
  );
}

interface StreamMember {
  readonly name: string;
  /** The union of the events; undefined for a streaming blob. */
  readonly events: StructureView | undefined;
}

/** Returns the member that is a stream. A message has at most one. */
export function streamOf(schema: $SchemaRef): StreamMember | undefined {
  const view = viewOf(schema);
  if (view.kind !== "structure") return undefined;
  for (const { name, ref } of view.members) {
    const member = viewOf(ref);
    if (member.kind === "streamingBlob") return { name, events: undefined };
    if (member.kind === "union" && member.streaming) return { name, events: member };
  }
  return undefined;
}

const isStream = (value: unknown): value is ByteStream =>
  typeof value === "object" &&
  value !== null &&
  !isBytes(value) &&
  (Symbol.asyncIterator in value || "getReader" in value || value instanceof Blob);

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
