import type { HttpResponseMessage } from "@tinsmith/protocols";
import { isBytes } from "@tinsmith/values";

/** The way in which a connection breaks instead of or during a response. */
export type BrokenConnection =
  | { readonly kind: "reset" }
  | { readonly kind: "truncate"; readonly afterBytes: number };

/** The response of a server, and the way in which a fault breaks its connection. */
export interface ServedResponse extends HttpResponseMessage {
  readonly broken?: BrokenConnection;
}

/** Thrown to a client in the same process if a fault breaks the connection. */
export class ConnectionBroken extends Error {
  override readonly name = "ConnectionBroken";
  /** The error code of Node for the same failure, so that clients retry. */
  readonly code = "ECONNRESET";
}

/**
 * Returns a response as a client receives it without a socket.
 *
 * @throws ConnectionBroken if the connection is reset; if it breaks later, reading the body
 *   throws
 */
export function deliver({ broken, ...response }: ServedResponse): HttpResponseMessage {
  if (broken === undefined) return response;
  if (broken.kind === "reset") throw new ConnectionBroken("The connection was reset.");
  return { ...response, body: cut(response.body, broken.afterBytes) };
}

/**
 * Returns the part of a body that arrives before the connection breaks, and the announced length.
 * At least one byte is withheld, so that the body is incomplete. For a stream, the part is empty.
 */
export function truncate(
  body: HttpResponseMessage["body"],
  afterBytes: number,
): { readonly sent: Uint8Array; readonly length: number } {
  const bytes = typeof body === "string" ? Buffer.from(body) : isBytes(body) ? body : empty;
  const length = Math.max(1, bytes.length);
  return { sent: bytes.subarray(0, Math.min(afterBytes, length - 1)), length };
}

const empty = new Uint8Array(0);

async function* cut(
  body: HttpResponseMessage["body"],
  afterBytes: number,
): AsyncGenerator<Uint8Array, void> {
  const { sent } = truncate(body, afterBytes);
  if (sent.length > 0) yield sent;
  throw new ConnectionBroken("The connection broke in the middle of the body.");
}
