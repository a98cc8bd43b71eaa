import { isAsyncIterable } from "@tinsmith/values";

/**
 * Reads the body of a message or a streaming blob as bytes; empty if it is absent.
 *
 * @throws TypeError for any other value
 */
export async function readBody(body: unknown): Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  if (body instanceof Blob) return new Uint8Array(await body.arrayBuffer());
  if (!isAsyncIterable<Uint8Array | string>(body)) {
    throw new TypeError(`Unknown kind of body: ${String(body)}`);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) {
    chunks.push(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
  }
  return Buffer.concat(chunks);
}
