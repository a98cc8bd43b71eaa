import type { Body, HttpRequestMessage } from "@tinsmith/protocols";
import { recordedBody, targetOf } from "@tinsmith/recorder/parts";
import { outputOf } from "@tinsmith/schema";
import { fetchHandler } from "@tinsmith/server-runtime/fetch";
import { toNode } from "@tinsmith/server-runtime/samples";
import type { RecordedBody, RecordedHeader } from "@tinsmith/service";
import { isAsyncIterable, isBytes, reasonOf } from "@tinsmith/values";
import type { CallableOperation, ConsoleService } from "./console-service.js";

/** The server that receives a call. */
export interface Destination {
  /** The address of a server; `undefined` for the server in the page. */
  readonly address: URL | undefined;
  /** Further headers, such as credentials. */
  readonly headers: readonly RecordedHeader[];
}

/** A message as it was sent or received. */
export interface SentMessage {
  /** The first line: `POST / HTTP/1.1`. */
  readonly start: string;
  readonly headers: readonly RecordedHeader[];
  readonly body: RecordedBody;
}

/** A call and its outcome. */
export interface SentCall {
  readonly request: SentMessage;
  /** The response; `undefined` if none arrived. */
  readonly response: SentMessage | undefined;
  readonly status: number | undefined;
  /** The output of the operation as plain data. */
  readonly output?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

/** Sends a call and returns the messages and the result. Rejects only if the input cannot be sent. */
export async function sendCall(
  { client, server }: ConsoleService,
  operation: CallableOperation,
  input: object,
  { address, headers }: Destination,
): Promise<SentCall> {
  const { description } = operation;
  const { schema, defaults } = description;
  const given = defaults ? defaults.input(schema, input) : input;
  const message = client.writeRequest(description, given);
  const body = await bytesOf(message.body);
  const base = address ?? new URL("http://127.0.0.1");
  const url = new URL(base.pathname.replace(/\/$/, "") + targetOf(message), base);
  const sent: readonly RecordedHeader[] = [...Object.entries(message.headers), ...headers];
  const request = sentRequest(message, url, sent, body);
  let response: Response;
  let bytes: Uint8Array;
  try {
    const init = {
      method: message.method,
      headers: sent.map(([name, value]) => [name, value] as [string, string]),
      ...(body.byteLength > 0 && { body: Uint8Array.from(body) }),
    };
    response =
      address === undefined
        ? await fetchHandler(server)(new Request(url, init))
        : await fetch(url, { ...init, credentials: "omit", referrerPolicy: "no-referrer" });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    return { request, response: undefined, status: undefined, error: unanswered(error, address) };
  }
  const received: SentMessage = {
    start: `HTTP/1.1 ${response.status} ${response.statusText}`.trimEnd(),
    headers: [...response.headers],
    body: recordedBody(bytes, response.headers.get("content-type") ?? ""),
  };
  const result = await resultOf(
    client.readResponse(description, {
      statusCode: response.status,
      headers: Object.fromEntries(response.headers),
      body: bytes,
    }),
    outputOf(schema),
  );
  return { request, response: received, status: response.status, ...result };
}

function sentRequest(
  { method }: HttpRequestMessage,
  url: URL,
  headers: readonly RecordedHeader[],
  body: Uint8Array,
): SentMessage {
  const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  return {
    start: `${method} ${url.pathname}${url.search} HTTP/1.1`,
    headers: [["host", url.host], ...headers],
    body: recordedBody(body, type ?? ""),
  };
}

async function resultOf(
  reading: ReturnType<ConsoleService["client"]["readResponse"]>,
  schema: ReturnType<typeof outputOf>,
): Promise<Pick<SentCall, "output" | "error">> {
  try {
    const { output, error } = await reading;
    if (error) return { error: { name: error.code, message: error.message ?? "" } };
    // Streams are shown as the body of the response.
    const plain = Object.fromEntries(
      Object.entries(output).filter(([, value]) => !isAsyncIterable(value) && !isBytes(value)),
    );
    return { output: toNode(schema, plain, { showSensitive: true }) };
  } catch (error) {
    return { error: { name: "The answer cannot be read", message: reasonOf(error) } };
  }
}

function unanswered(error: unknown, address: URL | undefined): NonNullable<SentCall["error"]> {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (address === undefined) return { name: "No answer", message: reasonOf(cause) };
  return {
    name: "No answer",
    message:
      `The browser received no answer from ${address.origin} (${reasonOf(cause)}). Check that the ` +
      `server runs there, and that it answers pages of other origins: start a mock server with ` +
      `--cors ${location.protocol === "file:" ? "null" : location.origin}.`,
  };
}

async function bytesOf(body: Body): Promise<Uint8Array> {
  if (body === undefined) return new Uint8Array(0);
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (isBytes(body)) return body;
  return new Uint8Array(await new Response(streamOf(body)).arrayBuffer());
}

function streamOf(body: Exclude<Body, string | Uint8Array | undefined>): BodyInit {
  if (!isAsyncIterable(body)) return body;
  const chunks = (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  });
}
