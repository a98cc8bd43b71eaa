import { isAsyncIterable } from "@tinsmith/values";

/** Whatever a message or a streaming blob holds, as bytes; absent is empty. @throws TypeError for anything else */
export const readBody = async (body: unknown): Promise<Uint8Array> => {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  if (body instanceof Blob) return new Uint8Array(await body.arrayBuffer());
  if (!isAsyncIterable<Uint8Array | string>(body))
    throw new TypeError(`A body of an unknown kind: ${String(body)}`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) {
    chunks.push(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
  }
  return Buffer.concat(chunks);
};
