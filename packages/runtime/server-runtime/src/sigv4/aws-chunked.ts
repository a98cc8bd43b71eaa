/** One chunk of a body in the content encoding `aws-chunked`. */
export interface SignedChunk {
  readonly data: Uint8Array;
  /** Undefined if chunks are not signed. */
  readonly signature: string | undefined;
}

/** A parsed body in the content encoding `aws-chunked`. The last chunk is empty. */
export interface ChunkedBody {
  readonly chunks: readonly SignedChunk[];
  /** Trailers by lower-case name. */
  readonly trailers: Readonly<Record<string, string>>;
}

/** @returns undefined if the bytes are not in the content encoding `aws-chunked` */
export function readAwsChunked(body: Uint8Array): ChunkedBody | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const chunks: SignedChunk[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf("\r\n", at, "latin1");
    if (end === -1) return undefined;
    const head = bytes.toString("latin1", at, end);
    const match = /^([0-9a-f]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(head);
    if (!match) return undefined;
    const [, length = "", signature] = match;
    const size = Number.parseInt(length, 16);
    at = end + 2;
    if (at + size > bytes.length) return undefined;
    chunks.push({ data: bytes.subarray(at, at + size), signature });
    at += size;
    if (size === 0) return { chunks, trailers: readTrailers(bytes.toString("latin1", at)) };
    if (bytes.toString("latin1", at, at + 2) !== "\r\n") return undefined;
    at += 2;
  }
}

function readTrailers(text: string): Record<string, string> {
  const trailers: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) trailers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return trailers;
}
