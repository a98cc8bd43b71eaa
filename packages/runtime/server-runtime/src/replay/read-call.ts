import { brotliDecompressSync, unzipSync } from "node:zlib";
import type {
  Body,
  ClientProtocol,
  HttpRequestMessage,
  HttpResponseMessage,
  ResponseError,
} from "@tinsmith/protocols";
import { decompress, isGzipped } from "../http/decompress.js";
import { defaultMaxBodyBytes } from "../http/node/listen-options.js";
import type { Route } from "../service/operations.js";
import { inputOf, outputOf } from "@tinsmith/schema";
import { isBytes } from "@tinsmith/values";
import { unwrapBody } from "../sigv4/unwrap-body.js";
import { unknownMembers } from "./body-members.js";
import type { BodyMember } from "./body-members.js";
import type { Finding } from "./fixture.js";
import { withoutStreams, withoutUnknown } from "./plain-value.js";

/** The client side and the server side of the protocol of a call, and its operation. */
export interface CallReader extends Route {
  readonly client: ClientProtocol;
}

/** One side of a call as data, and the unknown members of its body. */
interface ReadMessage {
  readonly found: readonly Finding[];
}

/** A request as data, without default values. */
export interface ReadRequest extends ReadMessage {
  readonly input: object;
}

/** A response as data: an output or an error. */
export interface ReadResponse extends ReadMessage {
  readonly output: object | undefined;
  readonly error: ResponseError | undefined;
}

/** @throws MalformedRequest if the protocol cannot read the request */
export async function readRequest(
  { operation, protocol, client }: CallReader,
  request: HttpRequestMessage,
): Promise<ReadRequest> {
  const unwrapped = unwrapBody(request);
  const plain =
    operation.compression && isGzipped(unwrapped)
      ? await decompress(unwrapped, defaultMaxBodyBytes)
      : unwrapped;
  const read = await protocol.readRequest(operation, plain);
  const { value, unknownEvents } = await withoutStreams(inputOf(operation.schema), read);
  const known = objectOf(withoutUnknown(value));
  const written = attempt(() => client.writeRequest(operation, known).body);
  const unknown = written && unknownMembers(protocol.id, "request", plain.body, written.body);
  const found = [...findingsOf("input", unknown), ...findingsOf("input", eventsOf(unknownEvents))];
  return { input: known, found };
}

/** @throws MalformedResponse if the protocol cannot read the response */
export async function readResponse(
  { operation, protocol, client }: CallReader,
  response: HttpResponseMessage,
): Promise<ReadResponse> {
  const plain = decoded(response);
  const { output, error } = await client.readResponse(operation, plain);
  if (error) {
    const written = error.schema && attempt(() => protocol.writeError(operation, error).body);
    const unknown = written && unknownMembers(protocol.id, "response", plain.body, written.body);
    const own = unknown?.filter(({ path }) => !envelope.test(path));
    return { output: undefined, error, found: findingsOf("error", own) };
  }
  const { value, unknownEvents } = await withoutStreams(outputOf(operation.schema), output);
  const known = objectOf(withoutUnknown(value));
  const written = attempt(() => protocol.writeResponse(operation, known).body);
  const unknown = written && unknownMembers(protocol.id, "response", plain.body, written.body);
  const found = [
    ...findingsOf("output", unknown),
    ...findingsOf("output", eventsOf(unknownEvents)),
  ];
  return { output: known, error: undefined, found };
}

/** Members that identify an error and its cause in some protocols. They are not in models. */
const envelope = /(?:^|\.)(?:__type|code|type|message|request_?id|hostid|resource)$/i;

const findingsOf = (
  side: Finding["side"],
  members: ReturnType<typeof unknownMembers> = [],
): readonly Finding[] =>
  members.map(({ path, type }) => ({
    kind: "unknownMember",
    side,
    path,
    detail: `is not a member in the model; its value is ${type}`,
  }));

const eventsOf = (paths: readonly string[]): readonly BodyMember[] =>
  paths.map((path) => ({ path, type: "an event" }));

/**
 * Returns the written body of a message, or undefined if the message violates the model so severely
 * that it cannot be written.
 */
function attempt(write: () => Body): { readonly body: Body } | undefined {
  try {
    return { body: write() };
  } catch {
    return undefined;
  }
}

/** Returns a response with its decompressed body. */
function decoded(response: HttpResponseMessage): HttpResponseMessage {
  const { "content-encoding": encoding, ...headers } = response.headers;
  const { body } = response;
  if (!isBytes(body) || body.byteLength === 0) return response;
  if (encoding === "br") return { ...response, headers, body: brotliDecompressSync(body) };
  if (encoding !== "gzip" && encoding !== "deflate") return response;
  return { ...response, headers, body: unzipSync(body) };
}

const objectOf = (value: unknown): object =>
  typeof value === "object" && value !== null ? value : {};
