import type { RecordedBody } from "@tinsmith/service";
import type { SentMessage } from "../service/send-call.js";

/** Returns a message as text: its first line, its headers, and its body. */
export function messageText({ start, headers, body }: SentMessage): string {
  const head = [start, ...headers.map(([name, value]) => `${name}: ${value}`)].join("\n");
  const text = bodyText(body);
  return text === "" ? head : `${head}\n\n${text}`;
}

/** Returns a body in a form that people can read. */
function bodyText(body: RecordedBody): string {
  switch (body.kind) {
    case "text":
      return body.text;
    case "cbor":
      return `${body.notation}\n\n(${size(body.base64)} bytes of CBOR, in diagnostic notation)`;
    case "bytes":
      return `${body.base64}\n\n(${size(body.base64)} bytes, in base64)`;
    case "events":
      return body.events
        .map(({ headers, payload }) => messageText({ start: "event", headers, body: payload }))
        .join("\n\n");
  }
}

const size = (base64: string): number => Buffer.from(base64, "base64").byteLength;
