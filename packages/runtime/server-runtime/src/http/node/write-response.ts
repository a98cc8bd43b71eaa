import type { ServerResponse } from "node:http";
import { setImmediate } from "node:timers";
import { isBytes } from "@tinsmith/values";
import { truncate } from "../../service/broken-connection.js";
import type { ServedResponse } from "../../service/broken-connection.js";
import { pump } from "./pump.js";

/**
 * Writes a complete body at once, and a stream in chunks. Breaks the connection if the response
 * requires it.
 */
export async function writeResponse(
  outgoing: ServerResponse,
  response: ServedResponse,
): Promise<void> {
  const { body, broken, headers, statusCode } = response;
  if (broken) {
    breakConnection(outgoing, response, broken);
    return;
  }
  if (body === undefined || typeof body === "string" || isBytes(body)) {
    const length = typeof body === "string" ? Buffer.byteLength(body) : (body?.byteLength ?? 0);
    // The response to HEAD has no body, but may declare the length of one.
    if (outgoing.req.method === "HEAD") headers["content-length"] ??= "0";
    else headers["content-length"] = String(length);
    outgoing.writeHead(statusCode, headers);
    // Node sends text together with the headers, but bytes in a separate chunk.
    outgoing.end(body);
    return;
  }
  outgoing.writeHead(statusCode, headers);
  // Headers are sent immediately, because the first event may be late.
  outgoing.flushHeaders();
  await pump(body, outgoing);
}

/** Resets the connection (RST, not FIN), at once or after some bytes of the body. */
function breakConnection(
  outgoing: ServerResponse,
  { body, headers, statusCode }: ServedResponse,
  broken: NonNullable<ServedResponse["broken"]>,
): void {
  const { socket } = outgoing;
  if (broken.kind === "reset") {
    socket?.resetAndDestroy();
    return;
  }
  const { sent, length } = truncate(body, broken.afterBytes);
  headers["content-length"] = String(length);
  outgoing.writeHead(statusCode, headers);
  outgoing.flushHeaders();
  if (sent.length === 0) setImmediate(() => socket?.destroy());
  else outgoing.write(sent, () => socket?.destroy());
}
