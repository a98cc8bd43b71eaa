import type { $SchemaRef } from "@smithy/types";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import { viewOf } from "@tinsmith/validation";
import { isBytes } from "@tinsmith/values";
import { collect } from "../http/message-body.js";
import type { ByteStream } from "../http/message-body.js";

/** Returns true if a message of the shape contains an event stream. */
export const hasEvents = (schema: $SchemaRef): boolean =>
  streamsOf(schema).some(({ kind }) => kind === "events");

/**
 * Returns a message whose streaming blob, if it has one, is read into bytes, which can be stored.
 */
export async function withBytes(schema: $SchemaRef, value: object): Promise<object> {
  const [stream] = streamsOf(schema);
  const body: unknown = stream && Reflect.get(value, stream.name);
  if (!stream || !isStream(body)) return value;
  return { ...value, [stream.name]: await collect(body) };
}

/** Returns a request whose body can be read twice. */
export const withWholeBody = async (request: HttpRequestMessage): Promise<HttpRequestMessage> =>
  isStream(request.body) ? { ...request, body: await collect(request.body) } : request;

/** Removes the unknown members of unions, which readers keep. */
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
  readonly kind: "bytes" | "events";
}

function streamsOf(schema: $SchemaRef): readonly StreamMember[] {
  const view = viewOf(schema);
  if (view.kind !== "structure") return [];
  return view.members.flatMap(({ name, ref }): readonly StreamMember[] => {
    const member = viewOf(ref);
    if (member.kind === "streamingBlob") return [{ name, kind: "bytes" }];
    return member.kind === "union" && member.streaming ? [{ name, kind: "events" }] : [];
  });
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
