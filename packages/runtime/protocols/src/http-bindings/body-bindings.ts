import { Sentinel, isStructure, isUnion, isUnit, memberNamesOf } from "@tinsmith/schema";
import { isBytes } from "@tinsmith/values";
import {
  eventsOf,
  eventStreamsOf,
  eventStreamType,
  payloadsOf,
} from "../event-streams/stream-support.js";
import { chain, collectBody, streamOf } from "../http/collect-body.js";
import { Mismatch, within } from "../malformed-message.js";
import type { Awaitable, Body, ProtocolOptions, StructureValue } from "../protocol.js";
import type { BodyReaders } from "../codec/body-codec.js";
import { memberValue, setOwn } from "../values/members.js";
import { isDocument } from "../schema/shape-compiler.js";
import { bytesOf, textOf } from "../values/bytes.js";
import type { Bindings } from "./bindings.js";
import { documentReader, documentWriter } from "./document-bodies.js";
import type { WrittenBody } from "./document-bodies.js";
import type { RestFormat } from "./rest-style.js";

/** The kind of body that a structure's bindings imply. */
export type BodyForm = "none" | "document" | "structured" | "string" | "blob" | "stream" | "events";

export function bodyFormOf(
  { payload, document }: Bindings,
  { documentPayloads = false }: RestFormat,
): BodyForm {
  if (!payload) return memberNamesOf(document).length > 0 ? "document" : "none";
  const { schema, traits } = payload.resolved;
  if (schema === Sentinel.streamingBlob) return "stream";
  if (schema === Sentinel.blob && traits.streaming === 1) return "stream";
  if (!documentPayloads && schema === Sentinel.string) return "string";
  if (!documentPayloads && schema === Sentinel.blob) return "blob";
  return isUnion(schema) && traits.streaming === 1 ? "events" : "structured";
}

/** Returns the default media type of the body; `undefined` without a body. */
export function contentTypeOf(bindings: Bindings, style: RestFormat): string | undefined {
  const mediaType = bindings.payload?.resolved.traits.mediaType;
  switch (bodyFormOf(bindings, style)) {
    case "none":
      return undefined;
    case "document":
    case "structured":
      return style.contentType;
    case "string":
      return mediaType ?? "text/plain";
    case "events":
      return eventStreamType;
    default:
      return mediaType ?? "application/octet-stream";
  }
}

/** Compiles the writer of a body. */
export function bodyWriter(
  bindings: Bindings,
  style: RestFormat,
  options: ProtocolOptions,
  message: "request" | "response",
): (value: StructureValue) => WrittenBody {
  const { payload, document, structure } = bindings;
  const { codec } = style;
  const form = bodyFormOf(bindings, style);
  const contentType = contentTypeOf(bindings, style) ?? style.contentType;

  if (!payload) {
    if (message === "request" || isUnit(structure)) return documentWriter(bindings, style);
    if (form === "none" && !style.emptyDocuments) return () => ({ contentType });
    const write = codec.writer(document);
    return (value) => ({ body: write(value), contentType });
  }
  const absent = isDocument(payload.reference) ? undefined : null;
  const valueOf = (value: StructureValue): unknown => {
    const item = memberValue(value, payload.name);
    return item === absent ? undefined : item;
  };
  if (form === "events") {
    const streams = eventStreamsOf(options);
    const payloads = payloadsOf(codec, style.contentType);
    return (value) => ({
      body: streams.write(eventsOf(valueOf(value)), payload.reference, payloads),
      contentType,
    });
  }
  if (form === "structured") {
    const write = codec.writer(payload.reference);
    const { schema } = payload.resolved;
    return (value) => {
      const item = valueOf(value);
      if (item !== undefined) return { body: write(item), contentType };
      return isStructure(schema) && style.emptyDocuments && message === "request"
        ? { body: write({}), contentType }
        : {};
    };
  }
  return (value) => {
    const item = valueOf(value);
    if (item === undefined) return {};
    if (form === "string") return { body: String(item), contentType };
    return { body: isBody(item) ? item : bytesOf(item), contentType };
  };
}

const isBody = (value: unknown): value is Exclude<Body, undefined> =>
  typeof value === "string" ||
  isBytes(value) ||
  (typeof value === "object" &&
    value !== null &&
    (Symbol.asyncIterator in value || "getReader" in value || value instanceof Blob));

/** Compiles the reader of a body. */
export function bodyReader(
  bindings: Bindings,
  style: RestFormat,
  readers: BodyReaders,
  options: ProtocolOptions,
): (body: Body, into: StructureValue) => Awaitable<void> {
  const { payload } = bindings;
  const form = bodyFormOf(bindings, style);
  if (!payload) return documentReader(bindings, readers);
  if (form === "stream") {
    return (body, into) => {
      if (body === undefined || body === null || body === "") return;
      setOwn(into, payload.name, typeof body === "string" ? bytesOf(body) : body);
    };
  }
  if (form === "events") {
    const streams = eventStreamsOf(options);
    const payloads = payloadsOf(style.codec, style.contentType, readers);
    return async (body, into) => {
      const read = await streams.read(streamOf(body ?? ""), payload.reference, payloads);
      setOwn(into, payload.name, read.events);
    };
  }
  const read = form === "structured" ? readers(payload.reference) : rawReader(form);
  // A document may be null. This differs from a missing body.
  const nullValue = isDocument(payload.reference) ? null : undefined;
  return (body, into) =>
    chain(collectBody(body), (content) => {
      try {
        const value = content.length === 0 ? undefined : (read(content) ?? nullValue);
        if (value !== undefined) setOwn(into, payload.name, value);
      } catch (error) {
        throw within(error, payload.name);
      }
    });
}

const rawReader =
  (form: BodyForm) =>
  (content: string | Uint8Array): unknown => {
    if (form !== "string") return bytesOf(content);
    try {
      return textOf(content, true);
    } catch {
      throw new Mismatch("Expected UTF-8.");
    }
  };
