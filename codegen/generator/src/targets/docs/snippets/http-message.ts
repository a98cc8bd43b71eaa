import type {
  RecordedBody,
  RecordedHeader,
  RecordedRequest,
  RecordedResponse,
} from "@tinsmith/service";
import { hexDump } from "./hex-dump.js";

/** The number of bytes of a binary body that are shown. */
const shownBytes = 256;

/** Returns a recorded request as an HTTP/1.1 message. A text body is unchanged. */
export function requestMessage({ method, target, headers, body }: RecordedRequest): string {
  return message(`${method} ${target} HTTP/1.1`, headers, body);
}

/** Returns a recorded response as a message of HTTP/1.1. */
export function responseMessage({ status, headers, body }: RecordedResponse): string {
  return message(`HTTP/1.1 ${status} ${reasons.get(status) ?? ""}`.trimEnd(), headers, body);
}

function message(start: string, headers: readonly RecordedHeader[], body: RecordedBody): string {
  const head = [start, ...headers.map(([name, value]) => `${name}: ${value}`)].join("\n");
  const text = readableBody(body);
  return text === "" ? head : `${head}\n\n${text}`;
}

/**
 * Returns a body in a form that people can read: text as it is, CBOR in its diagnostic notation,
 * events as headers and payload, and other bytes as a dump.
 */
export function readableBody(body: RecordedBody): string {
  switch (body.kind) {
    case "text":
      return body.text;
    case "cbor":
      return body.notation;
    case "bytes":
      return hexDump(body.base64, shownBytes);
    case "events":
      return body.events
        .map(({ headers, payload }) => {
          const head = headers.map(([name, value]) => `${name}: ${value}`).join("\n");
          const text = readableBody(payload);
          return text === "" ? head : `${head}\n\n${text}`;
        })
        .join("\n\n--- next event ---\n\n");
  }
}

/** Describes the form in which a body is shown, unless its bytes are shown. */
export function bodyForm(body: RecordedBody): string | undefined {
  switch (body.kind) {
    case "text":
      return undefined;
    case "cbor":
      return `${byteCount(body.base64)} bytes of CBOR, in diagnostic notation`;
    case "bytes":
      return `${byteCount(body.base64)} bytes, as a dump`;
    case "events":
      return `${body.events.length} events in binary frames, decoded`;
  }
}

function byteCount(base64: string): number {
  return Buffer.from(base64, "base64").byteLength;
}

const reasons: ReadonlyMap<number, string> = new Map([
  [200, "OK"],
  [201, "Created"],
  [202, "Accepted"],
  [204, "No Content"],
  [206, "Partial Content"],
  [301, "Moved Permanently"],
  [302, "Found"],
  [304, "Not Modified"],
  [307, "Temporary Redirect"],
  [400, "Bad Request"],
  [401, "Unauthorized"],
  [402, "Payment Required"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [405, "Method Not Allowed"],
  [408, "Request Timeout"],
  [409, "Conflict"],
  [410, "Gone"],
  [412, "Precondition Failed"],
  [413, "Content Too Large"],
  [415, "Unsupported Media Type"],
  [416, "Range Not Satisfiable"],
  [422, "Unprocessable Content"],
  [424, "Failed Dependency"],
  [429, "Too Many Requests"],
  [500, "Internal Server Error"],
  [501, "Not Implemented"],
  [502, "Bad Gateway"],
  [503, "Service Unavailable"],
  [504, "Gateway Timeout"],
]);
