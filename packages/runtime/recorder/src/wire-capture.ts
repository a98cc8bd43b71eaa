import { buildQueryString } from "@smithy/core/protocols";
import type { HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";
import { requestHandlerFor } from "@tinsmith/server-runtime/request-handler";
import type { InProcessHandler } from "@tinsmith/server-runtime/request-handler";
import type { RecordedHeader, RecordedRequest, RecordedResponse } from "@tinsmith/service";
import { isBytes } from "@tinsmith/values";
import { recordedBody } from "./recorded-body.js";

/** The messages of a call, as they would be sent over a network. */
export interface CapturedExchange {
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
}

/**
 * Thrown before a request reaches the server if the request was not signed at the time of the
 * recording.
 */
export class WrongSecond extends Error {
  override readonly name = "WrongSecond";
}

/** The settings of one captured call. */
export interface CaptureSettings {
  readonly now: Date;
  readonly requestId: string;
}

type Handle = (request: HttpRequestMessage) => Promise<HttpResponseMessage>;

/** Passes requests to a server in the same process and keeps the messages of the last call. */
export class WireCapture {
  readonly handler: InProcessHandler;
  #settings: CaptureSettings | undefined;
  #exchange: (() => Promise<CapturedExchange>) | undefined;

  constructor(handle: Handle) {
    this.handler = requestHandlerFor({ handle: (request) => this.#handle(request, handle) });
  }

  /** Prepares for the next call. */
  begin(settings: CaptureSettings): void {
    this.#settings = settings;
    this.#exchange = undefined;
  }

  /** Returns the messages of the call after its output was read; undefined if nothing was sent. */
  async end(): Promise<CapturedExchange | undefined> {
    return this.#exchange?.();
  }

  async #handle(request: HttpRequestMessage, handle: Handle): Promise<HttpResponseMessage> {
    const settings = this.#settings;
    if (settings === undefined) throw new Error("A request was sent outside of a call.");
    requireDate(request, settings.now);
    const sent = tap(request.body);
    const answer = await handle({ ...request, body: sent.body });
    // The request is complete in any case, even if the server does not read its events.
    const requestBytes = await sent.all();
    const received = await settled(answer.body);
    const headers: Record<string, string> = { ...answer.headers };
    for (const name of Object.keys(headers)) {
      if (name.toLowerCase() === "x-amzn-requestid") headers[name] = settings.requestId;
    }
    if (received.isWhole && received.bytes.byteLength > 0) {
      headers["content-length"] ??= String(received.bytes.byteLength);
    }
    this.#exchange = async () => ({
      request: {
        method: request.method,
        target: targetOf(request),
        headers: headerList(request.headers),
        body: recordedBody(requestBytes, request.headers["content-type"]),
      },
      response: {
        status: answer.statusCode,
        headers: headerList(headers),
        body: recordedBody(received.bytes, answer.headers["content-type"]),
      },
    });
    return { ...answer, headers, body: received.bytes };
  }
}

/**
 * @throws WrongSecond if the request states a time of signing other than the time of the recording
 */
function requireDate({ headers, query }: HttpRequestMessage, now: Date): void {
  const found = headers["x-amz-date"] ?? query["X-Amz-Date"];
  const expected = now.toISOString().replace(/[-:]|\.\d+/g, "");
  if (found !== undefined && found !== expected) throw new WrongSecond();
}

/** Returns path and query, as in the first line of a message. */
export function targetOf({ path, query }: HttpRequestMessage): string {
  const text = buildQueryString(query);
  return text === "" ? path : `${path}?${text}`;
}

const headerList = (headers: Readonly<Record<string, string>>): readonly RecordedHeader[] =>
  Object.entries(headers);

/** Passes a body on, and collects its bytes. */
function tap(body: HttpRequestMessage["body"]): {
  readonly body: HttpRequestMessage["body"];
  all(): Promise<Uint8Array>;
} {
  if (typeof body === "string" || isBytes(body)) return { body, all: async () => bytesOf(body) };
  const chunks: Uint8Array[] = [];
  const iterator = (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const stream = (async function* () {
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      chunks.push(next.value);
      yield next.value;
    }
  })();
  return {
    body: stream as HttpRequestMessage["body"],
    all: async () => {
      for await (const chunk of stream) void chunk;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
        chunks.push(next.value);
      }
      return Buffer.concat(chunks);
    },
  };
}

/** Reads a body to its end. Recorded streams always end. */
async function settled(
  body: HttpResponseMessage["body"],
): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  if (body === undefined || body === null) return { bytes: new Uint8Array(0), isWhole: true };
  if (typeof body === "string" || isBytes(body)) return { bytes: bytesOf(body), isWhole: true };
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array | string>) chunks.push(bytesOf(chunk));
  return { bytes: Buffer.concat(chunks), isWhole: false };
}

/** Returns a copy of the bytes, so that later changes of a buffer do not affect it. */
function bytesOf(body: string | Uint8Array): Uint8Array {
  return typeof body === "string" ? Buffer.from(body) : Uint8Array.from(body);
}
