import { memberNamesOf } from "@tinsmith/schema";
import type { BodyReaders } from "../codec/body-codec.js";
import { chain, collectBody } from "../http/collect-body.js";
import type { Awaitable, Body, StructureValue } from "../protocol.js";
import { isRecord, setOwn } from "../values/members.js";
import type { Bindings } from "./bindings.js";
import type { RestFormat } from "./rest-style.js";

/** A body and its media type, or neither. */
export interface WrittenBody {
  readonly body?: Body;
  readonly contentType?: string;
}

/**
 * Compiles the writer of the document of a request. If all members are bound, the request has no
 * document.
 */
export function documentWriter(
  { document }: Bindings,
  { codec, contentType }: RestFormat,
): (value: StructureValue) => WrittenBody {
  if (memberNamesOf(document).length === 0) return () => ({});
  const write = codec.writer(document);
  return (value) => ({ body: write(value), contentType });
}

/** Compiles the reader of the document of a response. */
export function documentReader(
  { document }: Bindings,
  readers: BodyReaders,
): (body: Body, into: StructureValue) => Awaitable<void> {
  // Reads the body even if it has no members, because an unread body would block its connection.
  if (memberNamesOf(document).length === 0) return (body) => chain(collectBody(body), () => {});
  const read = readers(document);
  return (body, into) =>
    chain(collectBody(body), (text) => {
      const value = read(text);
      if (!isRecord(value)) return;
      for (const name of Object.keys(value)) setOwn(into, name, value[name]);
    });
}
