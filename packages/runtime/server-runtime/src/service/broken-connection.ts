import type { HttpResponseMessage } from "@tinsmith/protocols";

/** How a connection breaks in place of an answer, or in the middle of it. */
export type BrokenConnection =
  | { readonly kind: "reset" }
  | { readonly kind: "truncate"; readonly afterBytes: number };

/** What a server answers: a response, and where a fault wants it, how it gets lost on its way. */
export interface Answer extends HttpResponseMessage {
  readonly broken?: BrokenConnection;
}

/** What a client in the same process gets where another would see its connection break. */
export class ConnectionBroken extends Error {
  override readonly name = "ConnectionBroken";
  /** As of Node's own errors, so that clients take it for one that may be retried. */
  readonly code = "ECONNRESET";
}

/**
 * An answer as it arrives without a socket.
 *
 * @throws ConnectionBroken where the connection is reset; where it breaks later, reading the body throws
 */
export function deliver({ broken, ...response }: Answer): HttpResponseMessage {
  if (broken === undefined) return response;
  if (broken.kind === "reset") throw new ConnectionBroken("The connection was reset.");
  return { ...response, body: cut(response.body, broken.afterBytes) };
}

/**
 * What of a body gets through before the connection breaks, and how much was promised. At least one
 * byte stays away: else nothing would be missing. Of a stream nothing gets through.
 */
export function truncate(
  body: HttpResponseMessage["body"],
  afterBytes: number,
): { readonly sent: Uint8Array; readonly length: number } {
  const bytes =
    typeof body === "string" ? Buffer.from(body) : body instanceof Uint8Array ? body : empty;
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
